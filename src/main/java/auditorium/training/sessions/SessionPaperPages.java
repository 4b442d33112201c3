package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Slips;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Qr;
import auditorium.platform.Refusal;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session on paper. The transaction is over before the printer begins. */
@Path("/c/{client}/sessions/{session}/papers")
@Blocking
class SessionPaperPages {

    /** Lines without a name, for people who come without being on the list. */
    private static final int EMPTY_LINES = 6;

    private final TrainingSessions sessions;
    private final SessionReport report;
    private final Closing closing;
    private final SessionRecord records;
    private final ClientScope scope;
    private final Pdf pdf;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    SessionPaperPages(
            TrainingSessions sessions,
            SessionReport report,
            Closing closing,
            SessionRecord records,
            ClientScope scope,
            Pdf pdf,
            CurrentReader reader,
            CurrentLanguage language) {
        this.sessions = sessions;
        this.report = report;
        this.closing = closing;
        this.records = records;
        this.scope = scope;
        this.pdf = pdf;
        this.reader = reader;
        this.language = language;
    }

    /** A line to sign on; without a name for a walk-in. */
    record Line(int place, String name, String number, String department) {}

    /** The sheet to sign. {@code qr} leads to the session's page, where a photo of it belongs. */
    record SheetView(
            String factory, String when, String room, String trainer, List<String> lessons, List<Line> lines, Qr qr) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sheet(Lang lang, SheetView it);

        static native TemplateInstance record(Lang lang, SessionRecord.View it);
    }

    @GET
    @Path("sheet")
    @PermissionsAllowed(Rights.TRAIN)
    public Response sheet(UUID client, UUID session, @QueryParam("lang") @Nullable String lang, @Context UriInfo at) {
        SheetView view = scope.inside(client, () -> {
            TrainingSession found = sessions.reached(reader.at(client), session);
            language.choose(lang == null ? found.language() : Lang.of(lang));
            return sheet(client, found, Slips.site(at));
        });
        byte[] bytes = pdf.render(Templates.sheet(language.lang(), view).render());
        return Download.pdf(
                bytes,
                SessionWords.in(language.lang()).sheet() + " " + view.when().substring(0, 10) + ".pdf");
    }

    private SheetView sheet(UUID client, TrainingSession session, String site) {
        Reader.Seat seat = reader.at(client);
        ZoneId zone = seat.zone();
        Lang lang = language.lang();
        List<Line> lines = new ArrayList<>();
        report.seated(client, session.id())
                .forEach(s -> lines.add(new Line(
                        lines.size() + 1,
                        s.name(),
                        s.number(),
                        s.departmentName().in(lang))));
        for (int i = 0; i < EMPTY_LINES; i++) {
            lines.add(new Line(lines.size() + 1, "", "", ""));
        }
        return new SheetView(
                seat.clientName().in(lang),
                SessionWords.span(session.startsAt(), session.minutes(), zone),
                session.room(),
                session.trainer(),
                closing.taught(session).stream()
                        .map(t -> SessionPages.code(t.lesson()) + " " + (lang == Lang.EN ? t.en() : t.zh()))
                        .toList(),
                lines,
                Qr.of(site + "/c/" + client + "/sessions/" + session.id()));
    }

    /** The record of a closed session as a PDF. */
    @GET
    @Path("record")
    @PermissionsAllowed(Rights.TRAIN)
    public Response record(UUID client, UUID session, @QueryParam("lang") @Nullable String lang) {
        SessionRecord.View view = scope.inside(client, () -> records.view(client, closed(client, session, lang)));
        byte[] bytes = pdf.render(Templates.record(language.lang(), view).render());
        return Download.pdf(bytes, view.name() + ".pdf");
    }

    /** The same as a workbook. */
    @GET
    @Path("workbook")
    @PermissionsAllowed(Rights.TRAIN)
    public Response workbook(UUID client, UUID session, @QueryParam("lang") @Nullable String lang) throws IOException {
        SessionRecord.View view = scope.inside(client, () -> records.view(client, closed(client, session, lang)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.write(view, bytes);
        return Download.xlsx(bytes.toByteArray(), view.name() + ".xlsx");
    }

    /** Only what is closed has a record; it is in the reader's language unless another is asked for. */
    private TrainingSession closed(UUID client, UUID session, @Nullable String lang) {
        TrainingSession found = sessions.reached(reader.at(client), session);
        if (lang != null) {
            language.choose(Lang.of(lang));
        }
        if (found.closedAt().isEmpty()) {
            throw new Refusal(409, SessionWords.in(language.lang()).record_after_closing());
        }
        return found;
    }
}
