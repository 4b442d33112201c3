package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.platform.print.Sheets;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The training plan of a year: what is planned month by month, against what was done. */
@Path("/c/{client}/training/plan")
class TrainingPlanPages {

    private final TrainingPlanReport report;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final AssignWords words;
    private final Pdf pdf;
    private final Clock clock;

    TrainingPlanPages(
            TrainingPlanReport report,
            Departments departments,
            Library library,
            Rights rights,
            CurrentReader reader,
            AssignWords words,
            Pdf pdf,
            Clock clock) {
        this.report = report;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** Which year and department. */
    public static class Wanted {
        @QueryParam("year")
        @Nullable
        String year;

        @QueryParam("department")
        @Nullable
        String department;
    }

    /** A month of a lesson; {@code state} is done, open, late or none. */
    record Square(int planned, int done, String state) {}

    /** A lesson through the year. */
    record Line(String code, String title, List<Square> months, int planned, int done) {}

    /** A course with its lessons that are planned. */
    record Part(String code, String title, List<Line> lines) {}

    /** The plan. {@code missing} is what was due until today and was not learned. */
    record Plan(
            String year,
            List<RulePages.Choice> years,
            List<RulePages.Choice> departments,
            String department,
            List<Part> parts,
            List<Square> months,
            int planned,
            int done,
            int percent,
            int missing,
            int hours,
            String clientName,
            String asOf,
            String query) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance trainingPlan(UUID client, Plan plan);

        static native TemplateInstance trainingPlanDocument(Lang lang, Plan plan);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance plan(UUID client, @BeanParam Wanted wanted) {
        return Templates.trainingPlan(client, plan(client, reader.at(client), wanted));
    }

    @GET
    @Path("pdf")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response document(UUID client, @BeanParam Wanted wanted) {
        Plan plan = plan(client, reader.at(client), wanted);
        return Download.pdf(
                pdf.render(Templates.trainingPlanDocument(words.lang(), plan).render()),
                words.training().plan_of(plan.year()) + ".pdf");
    }

    @GET
    @Path("xlsx")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response sheets(UUID client, @BeanParam Wanted wanted) {
        Plan plan = plan(client, reader.at(client), wanted);
        TrainMessages m = words.training();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(bytes)) {
            List<Sheets.Column> heads =
                    new ArrayList<>(List.of(new Sheets.Column(m.course(), 18), new Sheets.Column(m.lesson(), 34)));
            for (int month = 1; month <= 12; month++) {
                heads.add(new Sheets.Column(m.month_planned(month), 8));
                heads.add(new Sheets.Column(m.month_done(month), 8));
            }
            heads.add(new Sheets.Column(m.planned(), 10));
            heads.add(new Sheets.Column(m.done(), 10));
            book.sheet(m.plan_of(plan.year()), heads);
            for (Part part : plan.parts()) {
                for (Line line : part.lines()) {
                    List<Object> row = new ArrayList<>(List.of(part.title(), line.code() + " " + line.title()));
                    line.months().forEach(s -> {
                        row.add(s.planned());
                        row.add(s.done());
                    });
                    row.add(line.planned());
                    row.add(line.done());
                    book.row(row.toArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Download.xlsx(bytes.toByteArray(), m.plan_of(plan.year()) + ".xlsx");
    }

    private Plan plan(UUID client, Reader.Seat seat, Wanted wanted) {
        Lang lang = words.lang();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        int year = year(wanted.year, today);
        Within within = Within.of(departments.reachedBy(seat), wanted.department, rights.reach(seat));
        Map<String, Map<Integer, TrainingPlanReport.Month>> found = report.of(client, year, within.one());
        List<Part> parts = new ArrayList<>();
        TrainingPlanReport.Month[] sums = new TrainingPlanReport.Month[12];
        java.util.Arrays.fill(sums, TrainingPlanReport.Month.NONE);
        int missing = 0;
        int minutes = 0;
        for (Course course : library.catalogue().courses()) {
            List<Line> lines = new ArrayList<>();
            for (Lesson lesson : course.lessons()) {
                Map<Integer, TrainingPlanReport.Month> own = found.getOrDefault(lesson.id(), Map.of());
                if (own.isEmpty()) {
                    continue;
                }
                List<Square> squares = new ArrayList<>();
                TrainingPlanReport.Month sum = TrainingPlanReport.Month.NONE;
                for (int month = 1; month <= 12; month++) {
                    TrainingPlanReport.Month m = own.getOrDefault(month, TrainingPlanReport.Month.NONE);
                    boolean past = LocalDate.of(year, month, 1).plusMonths(1).isBefore(today.plusDays(1));
                    squares.add(square(m, past));
                    sums[month - 1] = sums[month - 1].plus(m);
                    sum = sum.plus(m);
                    missing += past ? m.planned() - m.done() : 0;
                }
                minutes += sum.planned() * lesson.minutes();
                lines.add(new Line(lesson.code(), lesson.title().in(lang), squares, sum.planned(), sum.done()));
            }
            if (!lines.isEmpty()) {
                parts.add(new Part(course.code(), course.title().in(lang), lines));
            }
        }
        int planned = 0;
        int done = 0;
        List<Square> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            planned += sums[month - 1].planned();
            done += sums[month - 1].done();
            months.add(square(
                    sums[month - 1], LocalDate.of(year, month, 1).plusMonths(1).isBefore(today.plusDays(1))));
        }
        return new Plan(
                Integer.toString(year),
                List.of(year(today.getYear() - 1, year), year(today.getYear(), year), year(today.getYear() + 1, year)),
                within.choices(words.training(), lang),
                within.one().map(d -> within.name(d, lang)).orElse(""),
                parts,
                months,
                planned,
                done,
                planned == 0 ? 0 : 100 * done / planned,
                missing,
                (minutes + 59) / 60,
                seat.clientName().in(lang),
                today.toString(),
                "year=" + year + "&department="
                        + within.one().map(UUID::toString).orElse(""));
    }

    private static Square square(TrainingPlanReport.Month m, boolean past) {
        String state = m.planned() == 0 ? "none" : m.done() == m.planned() ? "done" : past ? "late" : "open";
        return new Square(m.planned(), m.done(), state);
    }

    private static RulePages.Choice year(int year, int chosen) {
        return new RulePages.Choice(Integer.toString(year), Integer.toString(year), year == chosen);
    }

    private static int year(@Nullable String typed, LocalDate today) {
        try {
            int year = typed == null ? today.getYear() : Integer.parseInt(typed);
            return Math.abs(year - today.getYear()) <= 10 ? year : today.getYear();
        } catch (NumberFormatException e) {
            return today.getYear();
        }
    }
}
