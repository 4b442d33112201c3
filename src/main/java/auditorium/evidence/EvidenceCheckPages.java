package auditorium.evidence;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody else says who has looked at a piece of evidence: a consultant, or a manager who did not file it. */
@Path("/c/{client}/evidence-checks/{evidence}")
@Produces(MediaType.TEXT_HTML)
class EvidenceCheckPages {

    private static final int LONGEST_NOTE = 2000;

    private final EvidencePages pages;
    private final EvidenceFiling filing;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    EvidenceCheckPages(EvidencePages pages, EvidenceFiling filing, CurrentReader reader, Words words, Clock clock) {
        this.pages = pages;
        this.filing = filing;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response check(
            UUID client,
            UUID evidence,
            @FormParam("id") @Nullable UUID id,
            @FormParam("verdict") @Nullable String verdict,
            @FormParam("note") @Nullable String typed) {
        EvidenceReport.Piece piece = pages.reached(client, evidence);
        if (piece.filedBy().equals(reader.get().account())) {
            throw new Refusal(403, words.messages().own_evidence());
        }
        if (piece.revisedBy().isPresent()) {
            throw new Refusal(409, words.messages().revised_meanwhile());
        }
        boolean accepted = "accepted".equals(verdict);
        String note = FilingForm.text(typed, LONGEST_NOTE);
        if (!accepted && note.isEmpty()) {
            throw new Refusal(422, words.messages().turning_down_needs_reason());
        }
        filing.check(
                client,
                id == null ? Ids.next() : id,
                evidence,
                accepted,
                note,
                reader.get().account(),
                reader.get().name(),
                clock.instant());
        return Response.seeOther(URI.create("/c/" + client + "/evidence/" + evidence))
                .build();
    }
}
