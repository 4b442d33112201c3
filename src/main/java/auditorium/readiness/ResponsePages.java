package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.improvement.Finding;
import auditorium.improvement.Findings;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Ids;
import auditorium.platform.Letter;
import auditorium.readiness.domain.Result;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Answers to requirements, as they come from a walk. */
@Path("/c/{client}/departments/{department}/requirements/{requirement}/responses")
@Produces(MediaType.TEXT_HTML)
class ResponsePages {

    private static final int LONGEST_NOTE = 4000;
    private static final int MOST_PHOTOS = 10;

    private final Responses responses;
    private final ResponsePhotos photos;
    private final Findings findings;
    private final Walk walk;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final Clock clock;

    ResponsePages(
            Responses responses,
            ResponsePhotos photos,
            Findings findings,
            Walk walk,
            ClientLibrary library,
            CurrentReader reader,
            Clock clock) {
        this.responses = responses;
        this.photos = photos;
        this.findings = findings;
        this.walk = walk;
        this.library = library;
        this.reader = reader;
        this.clock = clock;
    }

    /** A form with photos, as a browser without script sends it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response answerWithPhotos(
            UUID client,
            UUID department,
            String requirement,
            @FormParam("result") @Nullable String given,
            @FormParam("method") @Nullable String method,
            @FormParam("note") @Nullable String typed,
            @FormParam("seen") @Nullable String seen,
            @RestForm("photo") List<FileUpload> sent,
            @BeanParam Letter letter) {
        Response answer = answer(client, department, requirement, given, method, typed, seen, letter);
        if (answer.getStatus() < 400) {
            Instant now = clock.instant();
            sent.stream()
                    .filter(f -> f.size() > 0)
                    .limit(MOST_PHOTOS)
                    .forEach(f -> photos.add(client, Ids.next(), letter.id(), f, letter.at(now), now));
        }
        return answer;
    }

    /** Keeps the answer. A gap opens a finding and leads to it; otherwise the walk goes on. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response answer(
            UUID client,
            UUID department,
            String requirement,
            @FormParam("result") @Nullable String given,
            @FormParam("method") @Nullable String method,
            @FormParam("note") @Nullable String typed,
            @FormParam("seen") @Nullable String seen,
            @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Walk.Question question = walk.question(client, reader.get().at(client), department, requirement);
        Catalogue catalogue = library.catalogue();
        Requirement found = catalogue.requirement(requirement).orElseThrow(NotFoundException::new);
        String note = typed == null ? "" : typed.strip();
        if (note.length() > LONGEST_NOTE) {
            note = note.substring(0, LONGEST_NOTE);
        }
        Optional<Result> result = parse(Result.class, given);
        String problem = result.isEmpty()
                ? "result"
                : result.get() == Result.NOT_APPLICABLE && note.isEmpty()
                        ? "reason"
                        : result.get().gap() && note.isEmpty() ? "fact" : "";
        if (!problem.isEmpty() && !letter.plain()) {
            return letter.refused(422);
        }
        if (!problem.isEmpty()) {
            return Response.status(422)
                    .entity(WalkPages.Templates.walkItem(client, question, problem, note, given == null ? "" : given))
                    .build();
        }
        Reader reader = this.reader.get();
        Instant now = clock.instant();
        Instant at = letter.at(now);
        responses.add(new Responses.Response(
                letter.id(),
                client,
                department,
                found,
                result.orElseThrow(),
                parse(Responses.How.class, method)
                        .filter(h -> h != Responses.How.VERIFICATION)
                        .orElse(Responses.How.SITE),
                note,
                Side.of(reader.at(client).role()),
                uuid(seen),
                reader.account(),
                reader.name(),
                at,
                now));
        if (result.get().gap()) {
            Severity grade = reader.at(client)
                    .standard()
                    .flatMap(catalogue::standard)
                    .map(s -> s.gradeOf(found))
                    .orElse(found.severity());
            Finding finding = findings.open(new Findings.Gap(
                    client, department, found, grade, letter.id(), note, reader.account(), reader.name(), at));
            return letter.receipt(URI.create("/c/" + client + "/findings/" + finding.id()));
        }
        String list = "/c/" + client + "/departments/" + department + "/walk";
        return letter.receipt(URI.create(question.next().isEmpty() ? list : list + "/" + question.next()));
    }

    private static Optional<UUID> uuid(@Nullable String value) {
        try {
            return value == null || value.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> parse(Class<E> type, @Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Enum.valueOf(type, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
