package auditorium.training;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Pinyin;
import auditorium.training.domain.Learned;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Source;
import auditorium.training.domain.Standing;
import auditorium.training.domain.Turn;
import auditorium.training.domain.Who;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MatrixHttpTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What managers see of more than one person. */
    private static final List<String> ROUTES = List.of(
            "/training/matrix",
            "/training/matrix/pdf",
            "/training/matrix/xlsx",
            "/training/plan",
            "/training/plan/pdf",
            "/training/plan/xlsx",
            "/training/due",
            "/training/due/pdf");

    @Inject
    TrainingFactory factory;

    @Inject
    Evaluation evaluation;

    @Inject
    AssignmentRules rules;

    @Inject
    Achievements achievements;

    @Inject
    MatrixReport report;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory sessions;

    @Test
    @ActivateRequestContext
    void theSumsSayWhatTheRulesSayOfEachPerson() {
        SplittableRandom random = new SplittableRandom(8);
        LocalDate begun = LocalDate.of(2025, 3, 1);
        Renewal renewal = new Renewal(Repeat.COMPLETION, 6, Optional.empty(), 20, 5);
        Lesson lesson = library.catalogue().lesson("A7-audit-day").orElseThrow();
        TrainingFactory.Made made = factory.make(90);
        Map<UUID, Turn> expected = new HashMap<>();
        LocalDate today = begun.plusDays(300);
        LocalDate until = today.plusDays(30);
        scope.inside(made.client(), () -> {
            rules.persist(new AssignmentRule(
                    Ids.next(),
                    new RuleTerms(
                            "规则",
                            Who.EVERYONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(lesson.id()),
                            25,
                            renewal),
                    Optional.empty(),
                    begun,
                    made.author(),
                    "试验员",
                    begun.atStartOfDay(ZONE).toInstant()));
            for (UUID person : made.people()) {
                Optional<Learned> latest = Optional.empty();
                if (random.nextInt(3) > 0) {
                    LocalDate on = today.minusDays(random.nextInt(600));
                    achievements.achieve(
                            List.of(new Achieved(
                                    person,
                                    lesson,
                                    Source.IMPORTED,
                                    Ids.next(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    on.atTime(9, 0).atZone(ZONE).toInstant(),
                                    Optional.empty())),
                            on.atTime(9, 0).atZone(ZONE).toInstant());
                    latest = Optional.of(new Learned(on, 1, Optional.empty()));
                }
                LocalDate evaluated = today.minusDays(20);
                Turn turn = Turn.first(latest, 1, evaluated, 25, renewal);
                turn = turn.next(evaluated, 1, 25, renewal).orElse(turn);
                expected.put(person, turn.next(today, 1, 25, renewal).orElse(turn));
            }
            evaluation.evaluate(today.minusDays(20).atTime(12, 0).atZone(ZONE).toInstant());
            evaluation.evaluate(today.atTime(12, 0).atZone(ZONE).toInstant());
        });
        scope.inside(made.client(), () -> {
            MatrixReport.Scope all = new MatrixReport.Scope(Optional.empty(), List.of(lesson.id()), today, until);
            Map<Standing, Integer> counted = new EnumMap<>(Standing.class);
            for (MatrixReport.Cell cell : report.cells(made.client(), made.people(), all)) {
                Turn turn = Objects.requireNonNull(expected.get(cell.person()));
                assertEquals(
                        Standing.of(turn, turn.dueOn().map(renewal::lateFrom).orElse(LocalDate.MAX), today, until),
                        cell.standing(),
                        turn.toString());
                counted.merge(cell.standing(), 1, Integer::sum);
            }
            assertEquals(4, counted.size(), "every standing occurs: " + counted);
            assertEquals(
                    counted, report.sums(made.client(), all).of(lesson.id()).all());
            assertEquals(
                    90 - counted.getOrDefault(Standing.VALID, 0),
                    report.sums(made.client(), all).peopleWithGap().size());
            assertEquals(
                    90 - counted.getOrDefault(Standing.VALID, 0),
                    report
                            .sizes(
                                    made.client(),
                                    all,
                                    Optional.of(report.sums(made.client(), all).peopleWithGap()))
                            .values()
                            .stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        });
    }

    @Test
    void aManagerSeesCoursesThenLessonsAndFiltersByStandardAndRequirement() {
        Visitor manager = Visitor.withPassword("manager");
        String page = manager.get(manager.at("/training/matrix"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(library.catalogue().courses().size(), page.split("class=\"course\"", -1).length - 1);
        assertTrue(page.contains("课次，约"), "the gap in people and hours");
        Course course = library.catalogue().courses().iterator().next();
        String lessons = manager.get(manager.at("/training/matrix?columns=" + course.id()))
                .asString();
        assertEquals(course.lessons().size(), lessons.split("class=\"course\"", -1).length - 1);
        String fire =
                manager.get(manager.at("/training/matrix?requirement=hs-05")).asString();
        assertEquals(
                library.catalogue().lessonsTeaching("HS-05").size(), fire.split("class=\"course\"", -1).length - 1);
        manager.get(manager.at("/training/matrix?requirement=XX-99"))
                .then()
                .statusCode(200)
                .body(containsString("没有 XX-99 这个要求编号"));
        manager.get(manager.at("/training/matrix?standard=alibaba&columns=all&show=gaps&page=2&when=today"))
                .then()
                .statusCode(200);
        manager.get(manager.at("/training/matrix?page=-1&columns='||pg_sleep(5)||'&department=x&standard=%25_%25"))
                .then()
                .statusCode(200);
        manager.get(manager.at("/training/matrix?page=999999999999")).then().statusCode(200);
    }

    @Test
    void peopleStandByDepartmentAndInTheOrderOfPinyinPageByPage() {
        Visitor manager = Visitor.withPassword("manager");
        String first = manager.get(manager.at("/training/matrix")).asString();
        assertTrue(first.contains("第 1–40 人，共 120 人"), "pages");
        String third = manager.get(manager.at("/training/matrix?page=3")).asString();
        assertTrue(third.contains("第 81–120 人，共 120 人"));
        assertTrue(first.indexOf("人事 · 6 人") < first.indexOf("生产 · 62 人"));
        List<String> names = Pattern.compile("/training/people/[0-9a-f-]{36}\">([^<]+)</a>")
                .matcher(first.substring(first.indexOf("人事 · 6 人"), first.indexOf("生产 · 62 人")))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(6, names.size());
        assertEquals(
                names.stream()
                        .sorted(Comparator.comparing(Pinyin::key, Arrays::compareUnsigned))
                        .toList(),
                names);
    }

    @Test
    void thePageOf120PeopleCostsAtMostEightStatements() {
        Visitor manager = Visitor.withPassword("manager");
        for (String page : List.of(
                "/training/matrix?columns=all",
                "/training/matrix?show=gaps",
                "/training/plan",
                "/training/due?who=all",
                "/training/rules")) {
            manager.get(manager.at(page));
            long cost = Long.MAX_VALUE;
            for (int i = 0; i < 3; i++) { // jobs that run beside count too: the least is the page's own
                sessions.getStatistics().clear();
                manager.get(manager.at(page)).then().statusCode(200);
                cost = Math.min(cost, sessions.getStatistics().getPrepareStatementCount() + 2);
            }
            assertTrue(cost <= 8, page + ": " + cost);
        }
    }

    @Test
    void aDepartmentsManagerSeesTheOwnDepartmentOnly() {
        Visitor ehs = Visitor.withPassword("ehs");
        String page = ehs.get(ehs.at("/training/matrix"))
                .then()
                .statusCode(200)
                .body(containsString("安环 · 5 人"))
                .extract()
                .asString();
        assertTrue(!page.contains("生产 · "));
        String production = MatrixPapersTest.production();
        ehs.get(ehs.at("/training/matrix?department=" + production))
                .then()
                .statusCode(200)
                .body(not(containsString("生产 · ")));
        ehs.get(ehs.at("/training/plan?department=" + production))
                .then()
                .statusCode(200)
                .body(not(containsString("value=\"" + production)));
        ehs.get(ehs.at("/training/due?department=" + production))
                .then()
                .statusCode(200)
                .body(not(containsString("生产 · ")));
        Visitor worker = Visitor.withPin("DEMO", "A0354");
        for (String path : ROUTES) {
            worker.get(worker.at(path)).then().statusCode(403);
        }
        UUID neighbour = client("YUAN");
        Visitor manager = Visitor.withPassword("manager");
        for (String path : ROUTES) {
            manager.get("/c/" + neighbour + path).then().statusCode(404);
            Visitor.stranger().get("/c/" + client("DEMO") + path).then().statusCode(anyOf(is(401), is(302), is(303)));
        }
        manager.get("/c/" + neighbour + "/reminders").then().statusCode(404);
        for (String path : List.of("/reminders/address", "/reminders/calendar", "/reminders/calendar/end")) {
            manager.post("/c/" + neighbour + path, Map.of("email", "x@example.com"))
                    .then()
                    .statusCode(404);
        }
    }

    @ActivateRequestContext
    String inside(UUID client, String sql) {
        return scope.inside(client, () -> (String)
                entities.createNativeQuery(sql, String.class).setMaxResults(1).getSingleResult());
    }

    private UUID client(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = ?1", UUID.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    @Test
    void peopleSeeTheirOwnRecordAndNobodyElses() {
        Visitor worker = Visitor.withPin("DEMO", "A0355");
        Matcher own = Pattern.compile("/training/people/([0-9a-f-]{36})")
                .matcher(worker.get(worker.at("/me")).asString());
        assertTrue(own.find());
        worker.get(worker.at("/training/people/" + own.group(1)))
                .then()
                .statusCode(200)
                .body(containsString("A0355"));
        worker.get(worker.at("/training/people/" + own.group(1) + "/pdf"))
                .then()
                .statusCode(200);
        String other = inside(client("DEMO"), "select cast(id as text) from person where number = 'A0356'");
        String theirs = inside(client("YUAN"), "select cast(id as text) from person");
        String security = inside(
                client("DEMO"),
                "select cast(p.id as text) from person p join department d on d.id = p.department_id where d.kind = 'SEC'");
        Visitor ehs = Visitor.withPassword("ehs");
        Visitor manager = Visitor.withPassword("manager");
        for (String kind : List.of("", "/pdf", "/xlsx")) {
            worker.get(worker.at("/training/people/" + other + kind)).then().statusCode(404);
            worker.get(worker.at("/training/people/" + theirs + kind)).then().statusCode(404);
            ehs.get(ehs.at("/training/people/" + security + kind)).then().statusCode(404);
            manager.get(manager.at("/training/people/" + theirs + kind)).then().statusCode(404);
            manager.get(manager.at("/training/people/" + Ids.next() + kind))
                    .then()
                    .statusCode(404);
            manager.get(manager.at("/training/people/" + security + kind))
                    .then()
                    .statusCode(200);
        }
        worker.get(worker.at("/me"));
        worker.post(worker.at("/training/people/" + own.group(1) + "/address"), Map.of("email", "x@example.com"))
                .then()
                .statusCode(403);
        manager.get(manager.at("/training/people/" + security));
        manager.post(manager.at("/training/people/" + theirs + "/address"), Map.of("email", "x@example.com"))
                .then()
                .statusCode(404);
        manager.post(manager.at("/training/people/" + security + "/address"), Map.of("email", "not an address"))
                .then()
                .statusCode(400)
                .body(containsString("not an address"));
    }

    @Test
    void thePlanSetsWhatWasDoneAgainstWhatWasPlanned() {
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/training/plan"))
                .then()
                .statusCode(200)
                .body(containsString("计划"))
                .body(containsString("完成"));
        manager.get(manager.at("/training/plan?year=1066")).then().statusCode(200);
        manager.get(manager.at("/training/plan?year=" + (LocalDate.now(ZONE).getYear() + 1)))
                .then()
                .statusCode(200)
                .body(containsString("课次"));
    }
}
