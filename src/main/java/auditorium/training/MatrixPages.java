package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.platform.print.Sheets;
import auditorium.training.domain.Standing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The training matrix: people and what they hold, on the page, on paper and as sheets. */
@Path("/c/{client}/training/matrix")
class MatrixPages {

    /** More rows make a document that nobody prints, and that takes minutes. */
    private static final int MOST_ON_PAPER = 1500;

    private static final int AT_ONCE = 500;

    private final Matrix matrix;
    private final MatrixReport report;
    private final ClientScope scope;
    private final Library library;
    private final Pdf pdf;
    private final CurrentReader reader;
    private final AssignWords words;

    MatrixPages(
            Matrix matrix,
            MatrixReport report,
            ClientScope scope,
            Library library,
            Pdf pdf,
            CurrentReader reader,
            AssignWords words) {
        this.matrix = matrix;
        this.report = report;
        this.scope = scope;
        this.library = library;
        this.pdf = pdf;
        this.reader = reader;
        this.words = words;
    }

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance matrix(UUID client, MatrixView matrix, String columnWord);

        static native TemplateInstance matrixDocument(
                Lang lang, String clientName, String standard, MatrixView matrix, boolean lessons);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance matrix(UUID client, @BeanParam Matrix.Wanted wanted) {
        Matrix.Choice choice = matrix.choose(reader.at(client), wanted);
        return Templates.matrix(client, matrix.page(client, choice, wanted.page), choice.columns());
    }

    /** What the page shows, whole, on A4. */
    @GET
    @Path("pdf")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response document(UUID client, @BeanParam Matrix.Wanted wanted) {
        Reader.Seat seat = reader.at(client);
        if ("all".equals(wanted.columns)) {
            wanted.columns = "courses"; // 46 columns fit on no paper
        }
        Matrix.Choice choice = matrix.choose(seat, wanted);
        MatrixView view = matrix.whole(client, choice, MOST_ON_PAPER);
        if (view.people() > MOST_ON_PAPER) {
            throw new Refusal(400, words.training().too_many_for_paper(view.people(), MOST_ON_PAPER));
        }
        String name = words.training().matrix() + " " + view.asOf() + ".pdf";
        return Download.pdf(
                pdf.render(Templates.matrixDocument(
                                words.lang(),
                                seat.clientName().in(words.lang()),
                                choice.standard()
                                        .flatMap(s -> library.catalogue().standard(s))
                                        .map(s -> s.title().in(words.lang()))
                                        .orElse(""),
                                view,
                                !choice.columns().equals("courses"))
                        .render()),
                name);
    }

    /** All people and lessons of the choice as sheets; cells are read and written a few hundred people at a time. */
    @GET
    @Path("xlsx")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response sheets(UUID client, @BeanParam Matrix.Wanted wanted) {
        Reader.Seat seat = reader.at(client);
        if (wanted.columns == null || wanted.columns.equals("courses")) {
            wanted.columns = "all";
        }
        Matrix.Choice choice = matrix.choose(seat, wanted);
        MatrixReport.Sums sums =
                choice.scope().lessons().isEmpty() ? MatrixReport.Sums.NONE : report.sums(client, choice.scope());
        StreamingOutput out = stream -> write(stream, client, choice, sums);
        return Download.xlsx(
                out, words.training().matrix() + " " + choice.scope().today() + ".xlsx");
    }

    private void write(OutputStream stream, UUID client, Matrix.Choice choice, MatrixReport.Sums sums)
            throws IOException {
        TrainMessages m = words.training();
        Lang lang = words.lang();
        List<Lesson> lessons =
                choice.lessonsByColumn().values().stream().flatMap(List::stream).toList();
        Map<UUID, String> departments = new HashMap<>();
        choice.within().reached().forEach(d -> departments.put(d.id(), d.name().in(lang)));
        try (Sheets book = new Sheets(stream)) {
            List<Sheets.Column> heads = new ArrayList<>(List.of(
                    new Sheets.Column(words.messages().department(), 14),
                    new Sheets.Column(m.number(), 10),
                    new Sheets.Column(m.name(), 12),
                    new Sheets.Column(m.job(), 12)));
            lessons.forEach(
                    l -> heads.add(new Sheets.Column(l.code() + " " + l.title().in(lang), 14)));
            book.sheet(m.matrix(), heads);
            List<MatrixReport.Somebody> people = scope.inside(
                    client,
                    () -> report.people(
                            client,
                            choice.scope(),
                            new MatrixReport.Page(
                                    choice.gapsOnly() ? Optional.of(sums.peopleWithGap()) : Optional.empty(),
                                    0,
                                    Integer.MAX_VALUE)));
            for (int from = 0; from < people.size(); from += AT_ONCE) {
                List<MatrixReport.Somebody> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
                Map<UUID, Map<String, MatrixReport.Cell>> cells =
                        scope.inside(client, () -> cells(client, choice, some));
                for (MatrixReport.Somebody p : some) {
                    @Nullable Object[] row = new @Nullable Object[4 + lessons.size()];
                    row[0] = departments.getOrDefault(p.department(), "");
                    row[1] = p.number();
                    row[2] = p.name();
                    row[3] = p.job();
                    Map<String, MatrixReport.Cell> own = cells.getOrDefault(p.id(), Map.of());
                    for (int i = 0; i < lessons.size(); i++) {
                        row[4 + i] = text(own.get(lessons.get(i).id()), m);
                    }
                    book.row(row);
                }
            }
            book.sheet(
                    m.sum_sheet(),
                    List.of(
                            new Sheets.Column(m.lesson(), 40),
                            new Sheets.Column(m.needed(), 10),
                            new Sheets.Column(m.cell_valid(), 10),
                            new Sheets.Column(m.cell_soon(), 10),
                            new Sheets.Column(m.cell_overdue(), 10),
                            new Sheets.Column(m.cell_never(), 10),
                            new Sheets.Column(m.hours_missing(), 12)));
            for (Lesson lesson : lessons) {
                MatrixReport.Counts c = sums.of(lesson.id());
                book.row(
                        lesson.code() + " " + lesson.title().in(lang),
                        c.needed(),
                        c.of(Standing.VALID),
                        c.of(Standing.DUE_SOON),
                        c.of(Standing.OVERDUE),
                        c.of(Standing.NEVER),
                        Math.round(c.gap() * lesson.minutes() / 6.0) / 10.0);
            }
        }
    }

    private Map<UUID, Map<String, MatrixReport.Cell>> cells(
            UUID client, Matrix.Choice choice, List<MatrixReport.Somebody> people) {
        Map<UUID, Map<String, MatrixReport.Cell>> cells = new HashMap<>();
        if (!choice.scope().lessons().isEmpty()) {
            report.cells(client, people.stream().map(MatrixReport.Somebody::id).toList(), choice.scope())
                    .forEach(c -> cells.computeIfAbsent(c.person(), k -> new HashMap<>())
                            .put(c.lesson(), c));
        }
        return cells;
    }

    /** The word first, so that the sheet can be filtered by it. */
    private static String text(MatrixReport.@Nullable Cell cell, TrainMessages m) {
        if (cell == null) {
            return "–";
        }
        String word = switch (cell.standing()) {
            case VALID -> m.cell_valid();
            case DUE_SOON -> m.cell_soon();
            case OVERDUE -> m.cell_overdue();
            case NEVER -> m.cell_never();
            case NOT_NEEDED -> m.not_needed();
        };
        return cell.day().map(d -> word + " " + d).orElse(word);
    }
}
