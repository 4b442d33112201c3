package auditorium.demo;

import auditorium.demo.DemoFactory.Dept;
import auditorium.demo.DemoFactory.Someone;
import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Half a year of invented life: lessons passed, departments checked, gaps found and closed, and one that is open and bad. */
@ApplicationScoped
class DemoHistory {

    /** The open zero-tolerance gap that the demo is about. */
    private static final String BLOCKED_EXIT = "HS-05";

    private final ContentVersions versions;
    private final Clock clock;

    DemoHistory(ContentVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    void write(
            Connection c,
            UUID client,
            List<Dept> departments,
            List<Someone> people,
            Catalogue catalogue,
            Random random,
            boolean main)
            throws SQLException {
        List<ContentVersions.Use> uses = new ArrayList<>();
        catalogue.lessons().forEach(l -> uses.add(new ContentVersions.Use("lesson", l.id(), l.version())));
        catalogue.quizzes().forEach(q -> uses.add(new ContentVersions.Use("quiz", q.id(), q.version())));
        catalogue.requirements().forEach(r -> uses.add(new ContentVersions.Use("requirement", r.id(), r.version())));
        catalogue.tasks().forEach(t -> uses.add(new ContentVersions.Use("task", t.id(), t.version())));
        versions.use(uses);
        learning(c, client, people, catalogue, random, main);
        checks(c, client, departments, people, catalogue, random, main);
        DemoDays.write(c, client, departments, catalogue, random, LocalDate.now(clock), main);
    }

    private void learning(
            Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random, boolean main)
            throws SQLException {
        Instant now = clock.instant();
        List<Object[]> standing = new ArrayList<>();
        List<Object[]> achieved = new ArrayList<>();
        List<Object[]> mastery = new ArrayList<>();
        try (Rows attempts = new Rows(
                c,
                "attempt",
                "client_id",
                "id",
                "person_id",
                "quiz",
                "version",
                "seed",
                "paper",
                "started_at",
                "submitted_at",
                "earned",
                "possible",
                "passed",
                "ended_by",
                "final_at")) {
            for (Someone person : people) {
                Map<String, int[]> known = new HashMap<>();
                int passed = 0;
                for (Lesson lesson : catalogue.lessons()) {
                    Quiz quiz = catalogue.quizOf(lesson.id()).orElse(null);
                    boolean shown = person.name().equals("李秀英");
                    boolean fresh = shown && passed >= 2;
                    double share = main ? 0.965 : 0.6;
                    if (quiz == null
                            || fresh
                            || !lesson.audience().includes(person.kind(), person.leads())
                            || random.nextDouble() > share) {
                        continue;
                    }
                    passed++;
                    int ago = 3000 + random.nextInt(240000);
                    // a few learned it about a year ago: some of that has ended, some ends soon
                    Instant at = now.minus(Duration.ofMinutes(ago % 19 == 0 && !shown ? ago % 120000 + 440000 : ago));
                    UUID attempt = Ids.next();
                    int percent = 80 + random.nextInt(21);
                    attempts.add(
                            client,
                            attempt,
                            person.id(),
                            quiz.id(),
                            quiz.version().hash(),
                            0L,
                            "[]",
                            at.minus(Duration.ofMinutes(4 + random.nextInt(8))),
                            at,
                            percent * quiz.draw(),
                            100 * quiz.draw(),
                            true,
                            "PERSON",
                            at);
                    standing.add(new Object[] {
                        client, person.id(), lesson.id(), lesson.version().hash(), at, attempt
                    });
                    achieved.add(new Object[] {
                        client,
                        Ids.next(),
                        person.id(),
                        lesson.id(),
                        lesson.version().hash(),
                        lesson.revision(),
                        at,
                        "SELF",
                        attempt,
                        attempt,
                        percent
                    });
                    for (String key : lesson.teaches()) {
                        int[] sum = known.computeIfAbsent(key, k -> new int[2]);
                        sum[0] += Math.min(100, percent + 4);
                        sum[1] += 100;
                    }
                }
                for (Map.Entry<String, int[]> e : known.entrySet()) {
                    mastery.add(new Object[] {client, person.id(), e.getKey(), e.getValue()[0], e.getValue()[1], now});
                }
            }
        }
        // at once, because what departments know is added up after each statement
        Rows.atOnce(
                c,
                mastery,
                "mastery",
                "client_id uuid",
                "person_id uuid",
                "requirement text",
                "earned int4",
                "possible int4",
                "updated_at timestamptz");
        Rows.atOnce(
                c,
                standing,
                "lesson_standing",
                "client_id uuid",
                "person_id uuid",
                "lesson text",
                "version text",
                "passed_at timestamptz",
                "attempt_id uuid");
        Rows.all(
                c,
                achieved,
                "achievement",
                "client_id",
                "id",
                "person_id",
                "lesson",
                "version",
                "revision",
                "achieved_at",
                "source",
                "source_id",
                "attempt_id",
                "score");
    }

    private void checks(
            Connection c,
            UUID client,
            List<Dept> departments,
            List<Someone> people,
            Catalogue catalogue,
            Random random,
            boolean main)
            throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Someone checker = people.stream()
                .filter(p -> p.kind() == DepartmentKind.MGT && p.leads())
                .findFirst()
                .orElse(people.get(0));
        UUID by = java.util.Objects.requireNonNull(checker.account());
        List<Object[]> latest = new ArrayList<>();
        List<Object[]> findings = new ArrayList<>();
        List<Object[]> tasks = new ArrayList<>();
        int number = 1;
        try (Rows responses = new Rows(
                c,
                "response",
                "client_id",
                "id",
                "department_id",
                "requirement",
                "version",
                "result",
                "method",
                "note",
                "made_by",
                "made_by_name",
                "made_at",
                "received_at")) {
            for (Dept dept : departments) {
                for (Requirement r : catalogue.requirementsOf(dept.kind())) {
                    boolean blocked = main && dept.kind() == DepartmentKind.PRD && r.id().equals(BLOCKED_EXIT);
                    double luck = random.nextDouble();
                    double unchecked = main ? 0.05 : 0.5;
                    if (!blocked && luck < unchecked) {
                        continue;
                    }
                    Instant at = now.minus(Duration.ofMinutes(1500 + random.nextInt(40000)));
                    UUID earlier = Ids.next();
                    Instant before = now.minus(Duration.ofDays(120).plusMinutes(random.nextInt(60000)));
                    responses.add(
                            client,
                            earlier,
                            dept.id(),
                            r.id(),
                            r.version().hash(),
                            random.nextInt(3) > 0 ? "CONFORMS" : "PARTLY",
                            "SITE",
                            "",
                            by,
                            checker.name(),
                            before,
                            before);
                    String result = blocked
                            ? "FAILS"
                            : luck < unchecked + 0.035 && r.severity() != Severity.ZERO_TOLERANCE
                                    ? "PARTLY"
                                    : luck < unchecked + 0.045 && r.severity() != Severity.ZERO_TOLERANCE
                                            ? "FAILS"
                                            : "CONFORMS";
                    String note = blocked
                            ? "二楼东出口前堆了 14 箱成品，门只能推开一半。"
                            : result.equals("CONFORMS") ? "" : "查到的情况和要求不一致，已拍照，见发现。";
                    UUID id = Ids.next();
                    if (blocked) {
                        at = now.minus(Duration.ofHours(20));
                    }
                    responses.add(
                            client,
                            id,
                            dept.id(),
                            r.id(),
                            r.version().hash(),
                            result,
                            "SITE",
                            note,
                            by,
                            checker.name(),
                            at,
                            at);
                    latest.add(new Object[] {client, dept.id(), r.id(), id, result, at});
                    if (!result.equals("CONFORMS")) {
                        UUID finding = Ids.next();
                        findings.add(new Object[] {
                            client,
                            finding,
                            number++,
                            dept.id(),
                            r.id(),
                            r.severity(),
                            "RESPONSE",
                            id,
                            note,
                            at,
                            by,
                            checker.name()
                        });
                        if (!blocked && !r.tasks().isEmpty() && random.nextInt(4) > 0) {
                            TaskTemplate template =
                                    catalogue.task(r.tasks().get(0)).orElseThrow();
                            UUID owner = people.stream()
                                    .filter(p -> p.kind() == template.owner().department() && p.leads())
                                    .map(Someone::id)
                                    .findFirst()
                                    .orElse(checker.id());
                            tasks.add(new Object[] {
                                client,
                                Ids.next(),
                                finding,
                                template.kind().name(),
                                template.id(),
                                template.version().hash(),
                                template.title().zh(),
                                template.title().en(),
                                template.action().zh(),
                                template.action().en(),
                                template.closesWith().zh(),
                                template.closesWith().en(),
                                owner,
                                today.plusDays(random.nextInt(26) - 3L),
                                random.nextBoolean() ? "OPEN" : "IN_PROGRESS",
                                at
                            });
                        }
                    }
                }
            }
        }
        Rows.all(
                c,
                latest,
                "latest_response",
                "client_id",
                "department_id",
                "requirement",
                "response_id",
                "result",
                "made_at");
        Rows.all(
                c,
                findings,
                "finding",
                "client_id",
                "id",
                "number",
                "department_id",
                "requirement",
                "grade",
                "origin",
                "response_id",
                "fact",
                "opened_at",
                "opened_by",
                "opened_by_name");
        Rows.all(
                c,
                tasks,
                "task",
                "client_id",
                "id",
                "finding_id",
                "kind",
                "template",
                "version",
                "title_zh",
                "title_en",
                "action_zh",
                "action_en",
                "closes_with_zh",
                "closes_with_en",
                "owner_id",
                "due_on",
                "state",
                "created_at");
    }
}
