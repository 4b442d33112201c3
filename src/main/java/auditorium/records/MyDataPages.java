package auditorium.records;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All that a factory holds about the person who asks, on a page and to take away. Nobody sees another person's. */
@Path("/c/{client}/my-data")
@Produces(MediaType.TEXT_HTML)
class MyDataPages {

    /** On the page; the files have all. */
    private static final int MOST_ROWS = 20;

    private static final UUID NOBODY = new UUID(0, 0);

    private final HoldingReport report;
    private final Erasures erasures;
    private final ClientScope scope;
    private final Pdf pdf;
    private final ObjectMapper json;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    MyDataPages(
            HoldingReport report,
            Erasures erasures,
            ClientScope scope,
            Pdf pdf,
            ObjectMapper json,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.erasures = erasures;
        this.scope = scope;
        this.pdf = pdf;
        this.json = json;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** One kind of thing as the page shows it. */
    record Section(String title, String why, List<String> columns, List<List<String>> rows, int more) {
        /** How many there are, shown or not. */
        public int all() {
            return rows.size() + more;
        }
    }

    @CheckedTemplate(basePath = "records")
    static class Templates {
        private Templates() {}

        static native TemplateInstance myData(UUID client, List<Section> sections, int months);

        static native TemplateInstance myDataPaper(
                Lang lang, String name, String factory, String day, List<HoldingReport.Held> sections, int months);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance page(UUID client) {
        return Templates.myData(
                client,
                held(client).stream()
                        .map(h -> new Section(
                                h.title(),
                                h.why(),
                                h.columns(),
                                h.words().stream().limit(MOST_ROWS).toList(),
                                Math.max(0, h.rows().size() - MOST_ROWS)))
                        .toList(),
                erasures.months());
    }

    /** For other programs. */
    @GET
    @Path("json")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response file(UUID client) throws JsonProcessingException {
        ObjectNode all = json.createObjectNode();
        for (HoldingReport.Held held : held(client)) {
            ArrayNode rows = all.putArray(held.title());
            for (List<String> row : held.rows()) {
                ObjectNode one = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    one.put(held.keys().get(i), row.get(i));
                }
            }
        }
        return Response.ok(
                        json.writerWithDefaultPrettyPrinter().writeValueAsString(all),
                        MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** On paper; the transaction is over before the printer begins. */
    @GET
    @Path("pdf")
    @Blocking
    @PermissionsAllowed(Rights.LEARN)
    public Response paper(UUID client) {
        Reader.Seat seat = reader.at(client);
        List<HoldingReport.Held> held = scope.inside(client, () -> held(client));
        int months = scope.inside(client, erasures::months);
        Lang lang = language.lang();
        String day = LocalDate.now(clock.withZone(seat.zone())).toString();
        byte[] bytes = pdf.render(Templates.myDataPaper(
                        lang, reader.get().name(), seat.clientName().in(lang), day, held, months)
                .render());
        return Download.pdf(bytes, "my-data.pdf");
    }

    private List<HoldingReport.Held> held(UUID client) {
        Reader.Seat seat = reader.at(client);
        UUID person = seat.person().orElse(NOBODY);
        return report.of(person, reader.get().account(), seat.zone(), language.lang());
    }
}
