package auditorium.home;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.courses.LearningReport;
import auditorium.courses.domain.LessonProgress;
import auditorium.evidence.EvidenceReport;
import auditorium.evidence.Renewal;
import auditorium.improvement.TaskCard;
import auditorium.improvement.Tasks;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.training.AssignmentReport;
import auditorium.training.CertificateReport;
import auditorium.training.DueLesson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is due for one person today, and who they are. */
@Path("/c/{client}")
@Produces(MediaType.TEXT_HTML)
class TodayPages {

    private static final int MOST_LESSONS = 4;
    private static final int MOST_ASSIGNED = 6;

    private final Library library;
    private final LearningReport learning;
    private final AssignmentReport assignments;
    private final Tasks tasks;
    private final People people;
    private final CertificateReport certificates;
    private final EvidenceReport evidence;
    private final Rights rights;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    TodayPages(
            Library library,
            LearningReport learning,
            AssignmentReport assignments,
            Tasks tasks,
            People people,
            CertificateReport certificates,
            EvidenceReport evidence,
            Rights rights,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.library = library;
        this.learning = learning;
        this.assignments = assignments;
        this.tasks = tasks;
        this.people = people;
        this.certificates = certificates;
        this.evidence = evidence;
        this.rights = rights;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A lesson that waits; {@code due} when somebody asked for it. */
    record LessonRow(
            String id,
            String title,
            String course,
            int minutes,
            String step,
            int seen,
            int cards,
            int minutesLeft,
            Optional<DueLesson> due) {}

    /** A lesson that was passed. */
    record PassedRow(String id, String title, String on) {}

    /** What is due for one person. */
    record Today(
            String day,
            long daysToAudit,
            Optional<LessonRow> next,
            List<DueLesson> assigned,
            int allAssigned,
            List<LessonRow> lessons,
            int more,
            List<TaskCard> tasks,
            List<PassedRow> passed,
            boolean learner,
            int renewals,
            int things,
            int minutes) {}

    /** A certificate of one's own. */
    record CertificateRow(UUID id, String course, String number, String validity) {}

    /** Who the person is, as the factory knows them. */
    record Me(String person, String name, String number, String department, String job, int passed, int due) {}

    @CheckedTemplate(basePath = "home")
    static class Templates {
        private Templates() {}

        static native TemplateInstance today(UUID client, Today today);

        static native TemplateInstance me(
                UUID client, Me me, List<PassedRow> passed, List<CertificateRow> certificates);
    }

    @GET
    @Path("today")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance today(UUID client) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        Catalogue catalogue = library.catalogue();
        Optional<Person> person = seat.person().flatMap(people::withDepartment);
        Map<String, LessonProgress> progress =
                person.map(p -> learning.of(client, p.id(), catalogue)).orElse(Map.of());
        List<DueLesson> asked = person.map(p -> assignments.due(client, p.id(), catalogue, lang, today))
                .orElse(List.of());
        List<LessonRow> due =
                person.map(p -> due(p, asked, progress, catalogue)).orElse(List.of());
        List<TaskCard> own = person.map(p -> tasks.dueOf(p.id()).stream()
                        .map(t -> TaskCard.of(t, lang, today))
                        .toList())
                .orElse(List.of());
        Optional<LessonRow> next = due.stream().findFirst();
        List<LessonRow> suggested =
                due.stream().skip(1).filter(l -> l.due().isEmpty()).toList();
        List<LessonRow> after = suggested.stream().limit(MOST_LESSONS).toList();
        long days = seat.auditOn().map(a -> ChronoUnit.DAYS.between(today, a)).orElse(-1L);
        return Templates.today(
                client,
                new Today(
                        today.toString(),
                        days,
                        next,
                        asked.stream().skip(1).limit(MOST_ASSIGNED).toList(),
                        asked.size(),
                        after,
                        suggested.size() - after.size(),
                        own,
                        passed(progress, catalogue, seat.zone(), 3),
                        person.isPresent(),
                        renewals(client, seat, today),
                        own.size() + (next.isPresent() ? 1 : 0),
                        next.map(LessonRow::minutesLeft).orElse(0)));
    }

    /** How much evidence is to be renewed, for those who may file it. */
    private int renewals(UUID client, Reader.Seat seat, LocalDate today) {
        return rights.filesEvidence(seat)
                ? (int) evidence.countToRenew(client, rights.reach(seat), Renewal.horizon(today, seat.auditOn()))
                : 0;
    }

    @GET
    @Path("me")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance me(UUID client) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Optional<Person> person = seat.person().flatMap(people::withDepartment);
        Map<String, LessonProgress> progress =
                person.map(p -> learning.of(client, p.id(), catalogue)).orElse(Map.of());
        List<PassedRow> passed = passed(progress, catalogue, seat.zone(), Integer.MAX_VALUE);
        Me me = person.map(p -> new Me(
                        p.id().toString(),
                        p.name(),
                        p.number(),
                        p.department().name().in(language.lang()),
                        p.job(),
                        passed.size(),
                        due(
                                        p,
                                        assignments.due(
                                                client,
                                                p.id(),
                                                catalogue,
                                                language.lang(),
                                                LocalDate.now(clock.withZone(seat.zone()))),
                                        progress,
                                        catalogue)
                                .size()))
                .orElseGet(() -> new Me("", reader.get().name(), "", "", "", 0, 0));
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        List<CertificateRow> mine = person.map(p -> certificates.of(client, p.id()).stream()
                        .map(c -> new CertificateRow(
                                c.id(),
                                c.title().in(language.lang()),
                                c.number(),
                                c.on(today).name()))
                        .toList())
                .orElse(List.of());
        return Templates.me(client, me, passed, mine);
    }

    /**
     * What somebody asked the person to learn, the earliest due date first; then, as suggestions, the lessons meant for the person that
     * are not passed: begun ones first, then those for everybody, then in the order of the library.
     */
    private List<LessonRow> due(
            Person person, List<DueLesson> asked, Map<String, LessonProgress> progress, Catalogue catalogue) {
        Set<String> ids = asked.stream().map(DueLesson::lesson).collect(Collectors.toSet());
        List<Lesson> meant = new ArrayList<>(catalogue.lessons().stream()
                .filter(l -> l.audience().includes(person.department().kind(), person.leads()))
                .filter(l -> !ids.contains(l.id()))
                .filter(l -> of(l, progress).step() != LessonProgress.Step.PASSED)
                .toList());
        meant.sort(Comparator.comparing((Lesson l) -> of(l, progress).step())
                .reversed()
                .thenComparing(l -> !l.audience().everybody()));
        return Stream.concat(
                        asked.stream()
                                .flatMap(d -> catalogue.lesson(d.lesson()).stream()
                                        .map(l -> row(l, Optional.of(d), progress, catalogue))),
                        meant.stream().map(l -> row(l, Optional.empty(), progress, catalogue)))
                .toList();
    }

    private LessonRow row(
            Lesson lesson, Optional<DueLesson> due, Map<String, LessonProgress> progress, Catalogue catalogue) {
        LessonProgress p = of(lesson, progress);
        boolean again = p.step() == LessonProgress.Step.PASSED; // learned before, and asked for once more
        int seen = again ? 0 : p.cardsSeen();
        return new LessonRow(
                lesson.id(),
                lesson.title().in(language.lang()),
                catalogue
                        .course(lesson.course())
                        .map(c -> c.title().in(language.lang()))
                        .orElse(""),
                lesson.minutes(),
                again ? LessonProgress.Step.NEW.name() : p.step().name(),
                seen,
                p.cards(),
                Math.max(1, lesson.minutes() * (p.cards() - seen) / Math.max(1, p.cards())),
                due);
    }

    private List<PassedRow> passed(Map<String, LessonProgress> progress, Catalogue catalogue, ZoneId zone, int most) {
        return progress.entrySet().stream()
                .filter(e -> e.getValue().passedAt().isPresent())
                .sorted(Comparator.comparing(
                        (Map.Entry<String, LessonProgress> e) ->
                                e.getValue().passedAt().orElseThrow(),
                        Comparator.reverseOrder()))
                .limit(most)
                .flatMap(e -> catalogue.lesson(e.getKey()).stream()
                        .map(l -> new PassedRow(
                                l.id(),
                                l.title().in(language.lang()),
                                e.getValue()
                                        .passedAt()
                                        .orElseThrow()
                                        .atZone(zone)
                                        .toLocalDate()
                                        .toString())))
                .toList();
    }

    private static LessonProgress of(Lesson lesson, Map<String, LessonProgress> progress) {
        return progress.getOrDefault(
                lesson.id(), LessonProgress.none(lesson.cards().size()));
    }
}
