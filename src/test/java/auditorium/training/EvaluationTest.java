package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.clients.RosterChanged;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Cause;
import auditorium.training.domain.Learned;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Source;
import auditorium.training.domain.Turn;
import auditorium.training.domain.Who;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvaluationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);
    private static final Renewal YEARLY = new Renewal(Repeat.COMPLETION, 12, Optional.empty(), 30, 7);

    @Inject
    TrainingFactory factory;

    @Inject
    Evaluation evaluation;

    @Inject
    AssignmentRules rules;

    @Inject
    Achievements achievements;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    EvaluationJob job;

    @Inject
    Event<RosterChanged> rosterChanged;

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }

    private Lesson lesson(String id) {
        return library.catalogue().lesson(id).orElseThrow();
    }

    private UUID rule(
            TrainingFactory.Made made,
            Who who,
            List<UUID> departments,
            List<String> lessons,
            int due,
            Renewal renewal) {
        return rule(
                made,
                new RuleTerms("规则", who, departments, List.of("操作工"), List.of(), List.of(), lessons, due, renewal),
                DAY);
    }

    private UUID rule(TrainingFactory.Made made, RuleTerms terms, LocalDate from) {
        UUID id = Ids.next();
        rules.persist(new AssignmentRule(id, terms, Optional.empty(), from, made.author(), "试验员", at(from)));
        return id;
    }

    /** What one turn looks like in the database, for comparing. */
    private List<Turn> turns(UUID person, String lesson) {
        List<Turn> turns = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select cycle, cause, again, revision, prior_until, assigned_on, due_on, done_on, valid_until from (
                          select * from assignment union all select * from assignment_past) a
                         where client_id = current_client() and person_id = ?1 and lesson = ?2 order by cycle""", Object[].class)
                .setParameter(1, person)
                .setParameter(2, lesson)
                .getResultList()) {
            Object[] r = (Object[]) row;
            turns.add(new Turn(
                    ((Number) r[0]).intValue(),
                    Cause.valueOf((String) r[1]),
                    (Boolean) r[2],
                    ((Number) r[3]).intValue(),
                    day(r[4]),
                    Optional.empty(),
                    day(r[5]).orElseThrow(),
                    day(r[6]),
                    day(r[7]),
                    day(r[8])));
        }
        return turns;
    }

    private static Optional<LocalDate> day(Object value) {
        return Optional.ofNullable(value)
                .map(v -> v instanceof java.sql.Date d ? d.toLocalDate() : LocalDate.parse(v.toString()));
    }

    private static Turn plain(Turn t) {
        return new Turn(
                t.number(),
                t.cause(),
                t.again(),
                t.revision(),
                t.prior(),
                Optional.empty(),
                t.assignedOn(),
                t.dueOn(),
                t.doneOn(),
                t.until());
    }

    private long open(String where) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from assignment where client_id = current_client() and closed_by is null and "
                                        + where)
                        .getSingleResult())
                .longValue();
    }

    private void achieve(UUID person, Lesson lesson, LocalDate day) {
        achievements.achieve(
                List.of(new Achieved(
                        person,
                        lesson,
                        Source.IMPORTED,
                        Ids.next(),
                        Optional.empty(),
                        Optional.empty(),
                        at(day),
                        Optional.empty())),
                at(day));
    }

    @Test
    @ActivateRequestContext
    void theStatementsDoWhatTheRulesSayDayByDay() {
        SplittableRandom random = new SplittableRandom(5);
        Lesson lesson = lesson("A7-audit-day");
        for (int round = 0; round < 8; round++) {
            TrainingFactory.Made made = factory.make(9);
            Renewal renewal = renewal(random, round % 4);
            int dueDays = random.nextInt(40);
            Map<UUID, List<Turn>> expected = new HashMap<>();
            Map<UUID, Learned> latest = new HashMap<>();
            scope.inside(made.client(), () -> {
                rule(made, Who.EVERYONE, List.of(), List.of(lesson.id()), dueDays, renewal);
            });
            boolean begun = false;
            for (int day = 0; day < 1500; day += 1 + random.nextInt(40)) {
                LocalDate today = DAY.plusDays(day);
                if (random.nextInt(3) > 0) {
                    scope.inside(made.client(), () -> evaluation.evaluate(at(today)));
                    begun = true;
                    for (UUID person : made.people()) {
                        List<Turn> turns = expected.computeIfAbsent(person, k -> new ArrayList<>());
                        if (turns.isEmpty()) {
                            turns.add(Turn.first(Optional.ofNullable(latest.get(person)), 1, today, dueDays, renewal));
                        }
                        turns.getLast().next(today, 1, dueDays, renewal).ifPresent(turns::add);
                    }
                }
                if (random.nextInt(2) == 0) {
                    UUID person = made.people().get(random.nextInt(9));
                    scope.inside(made.client(), () -> achieve(person, lesson, today));
                    Learned learned = new Learned(today, 1, Optional.empty());
                    latest.put(person, learned);
                    if (begun) {
                        List<Turn> turns = expected.computeIfAbsent(person, k -> new ArrayList<>());
                        turns.getLast().next(today, 1, dueDays, renewal).ifPresent(turns::add);
                        turns.set(turns.size() - 1, turns.getLast().learned(learned, renewal));
                    }
                }
            }
            scope.inside(made.client(), () -> {
                for (UUID person : made.people()) {
                    assertEquals(
                            expected.getOrDefault(person, List.of()).stream()
                                    .map(EvaluationTest::plain)
                                    .toList(),
                            turns(person, lesson.id()),
                            renewal + ", due in " + dueDays);
                }
            });
        }
    }

    private static Renewal renewal(SplittableRandom random, int kind) {
        Repeat repeat = List.of(Repeat.values()).get(kind);
        int months = repeat == Repeat.ONCE ? 0 : 1 + random.nextInt(14);
        return new Renewal(
                repeat,
                months,
                repeat == Repeat.CALENDAR ? Optional.of(DAY.plusDays(random.nextInt(500) - 250)) : Optional.empty(),
                months == 0 ? 0 : random.nextInt(28),
                random.nextInt(10));
    }

    @Test
    @ActivateRequestContext
    void workingItOutAgainChangesNothing() {
        TrainingFactory.Made made = factory.make(90);
        scope.inside(made.client(), () -> {
            rule(made, Who.EVERYONE, List.of(), List.of("A7-audit-day"), 30, YEARLY);
            rule(
                    made,
                    new RuleTerms(
                            "全部",
                            Who.EVERYONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            library.catalogue().courses().stream()
                                    .map(c -> c.id())
                                    .toList(),
                            List.of(),
                            20,
                            Renewal.once(0)),
                    DAY);
        });
        scope.inside(made.client(), () -> {
            assertTrue(evaluation.evaluate(at(DAY)).followed() > 90);
        });
        scope.inside(made.client(), () -> {
            assertEquals(new Evaluation.Outcome(0, 0, 0), evaluation.evaluate(at(DAY)));
            assertEquals(new Evaluation.Outcome(0, 0, 0), evaluation.evaluate(at(DAY.plusDays(1))));
        });
    }

    @Test
    @ActivateRequestContext
    void eachRuleAsksThoseWhomItNames() {
        TrainingFactory.Made made = factory.make(90);
        scope.inside(made.client(), () -> {
            rule(made, Who.DEPARTMENT, made.departments().subList(0, 2), List.of("A7-audit-day"), 30, YEARLY);
            rule(made, Who.JOB, List.of(), List.of("A10-audit-integrity"), 30, YEARLY);
            rule(
                    made,
                    new RuleTerms(
                            "新人",
                            Who.JOINER,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("H1-anti-bribery"),
                            7,
                            YEARLY),
                    LocalDate.of(2020, 3, 1));
            evaluation.evaluate(at(DAY));
            assertEquals(20, open("lesson = 'A7-audit-day'"));
            assertEquals(30, open("lesson = 'A10-audit-integrity'"));
            assertEquals(
                    30, open("lesson = 'H1-anti-bribery' and due_on = assigned_on + 7")); // joined from the 61st day on
        });
    }

    @Test
    @ActivateRequestContext
    void ofACourseEachPersonGetsWhatIsMeantForThem() {
        TrainingFactory.Made made = factory.make(90);
        scope.inside(made.client(), () -> {
            rule(
                    made,
                    new RuleTerms(
                            "全部",
                            Who.EVERYONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            library.catalogue().courses().stream()
                                    .map(c -> c.id())
                                    .toList(),
                            List.of(),
                            20,
                            Renewal.once(0)),
                    DAY);
            evaluation.evaluate(at(DAY));
            long meant = 0;
            for (Object row : entities.createNativeQuery(
                            "select d.kind, p.leads, count(*) from person p join department d on d.id = p.department_id where p.client_id = current_client() group by 1, 2",
                            Object[].class)
                    .getResultList()) {
                Object[] r = (Object[]) row;
                meant += ((Number) r[2]).longValue()
                        * library.catalogue().lessons().stream()
                                .filter(l -> l.audience()
                                        .includes(
                                                auditorium.library.content.DepartmentKind.valueOf((String) r[0]),
                                                (Boolean) r[1]))
                                .count();
            }
            assertEquals(meant, open("true"));
        });
    }

    @Test
    @ActivateRequestContext
    void whoeverMovesIsAskedForWhatTheNewPlaceNeedsAndNoLongerForTheOld() {
        TrainingFactory.Made made = factory.make(18);
        UUID mover = made.people().get(0);
        scope.inside(made.client(), () -> {
            rule(made, Who.DEPARTMENT, List.of(made.departments().get(0)), List.of("A7-audit-day"), 30, YEARLY);
            rule(made, Who.DEPARTMENT, List.of(made.departments().get(5)), List.of("A10-audit-integrity"), 30, YEARLY);
            rule(
                    made,
                    new RuleTerms(
                            "调岗",
                            Who.MOVER,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("H1-anti-bribery"),
                            5,
                            Renewal.once(0)),
                    DAY);
            evaluation.evaluate(at(DAY));
            achieve(mover, lesson("H1-anti-bribery"), DAY.plusDays(2));
            achieve(mover, lesson("A7-audit-day"), DAY.plusDays(2));
        });
        LocalDate moved = DAY.plusDays(9);
        scope.inside(made.client(), () -> {
            entities.createNativeQuery("update person set department_id = ?1 where id = ?2")
                    .setParameter(1, made.departments().get(5))
                    .setParameter(2, mover)
                    .executeUpdate();
            evaluation.evaluate(at(moved));
            assertEquals(
                    List.of(Cause.MOVE),
                    turns(mover, "A10-audit-integrity").stream()
                            .map(Turn::cause)
                            .toList());
            assertEquals(
                    Optional.of(moved.plusDays(30)),
                    turns(mover, "A10-audit-integrity").getLast().dueOn());
            assertEquals(
                    1,
                    open("lesson = 'H1-anti-bribery' and due_on = assigned_on + 5"),
                    "what was learned before the move does not count for the mover's rule");
            assertEquals(0, open("lesson = 'A7-audit-day' and person_id = '" + mover + "'"));
            assertEquals(
                    1, achievements.count("person = ?1 and lesson = 'A7-audit-day'", mover), "what was achieved stays");
        });
        scope.inside(made.client(), () -> {
            achieve(mover, lesson("H1-anti-bribery"), moved);
            assertEquals(0, open("lesson = 'H1-anti-bribery'"));
            entities.createNativeQuery("update person set left_on = ?1 where id = ?2")
                    .setParameter(1, moved)
                    .setParameter(2, mover)
                    .executeUpdate();
            evaluation.evaluate(at(moved.plusDays(1)));
            assertEquals(0, open("person_id = '" + mover + "'"), "nobody asks a leaver");
        });
    }

    @Test
    @ActivateRequestContext
    void theStricterOfTwoRulesCountsAndAnEndedRuleLeavesWhatWasDone() {
        TrainingFactory.Made made = factory.make(9);
        UUID person = made.people().get(4);
        UUID[] strict = new UUID[1];
        scope.inside(made.client(), () -> {
            rule(made, Who.EVERYONE, List.of(), List.of("A7-audit-day"), 30, YEARLY);
            evaluation.evaluate(at(DAY));
            achieve(person, lesson("A7-audit-day"), DAY.plusDays(1));
            assertEquals(
                    Optional.of(DAY.plusDays(1).plusMonths(12)),
                    turns(person, "A7-audit-day").getLast().until());
        });
        scope.inside(made.client(), () -> {
            strict[0] = rule(
                    made,
                    Who.EVERYONE,
                    List.of(),
                    List.of("A7-audit-day"),
                    10,
                    new Renewal(Repeat.COMPLETION, 6, Optional.empty(), 10, 0));
            evaluation.evaluate(at(DAY.plusDays(2)));
            assertEquals(
                    Optional.of(DAY.plusDays(1).plusMonths(6)),
                    turns(person, "A7-audit-day").getLast().until());
            assertEquals(8, open("due_on = assigned_on + 10"));
        });
        scope.inside(made.client(), () -> {
            rules.findById(strict[0]).end(at(DAY.plusDays(3)));
            evaluation.evaluate(at(DAY.plusDays(3)));
            assertEquals(
                    Optional.of(DAY.plusDays(1).plusMonths(12)),
                    turns(person, "A7-audit-day").getLast().until());
            assertEquals(8, open("due_on = assigned_on + 30"));
            assertEquals(1, turns(person, "A7-audit-day").size());
        });
    }

    @Test
    @ActivateRequestContext
    void aRequirementThatIsOpenAsksTheDepartmentInWhichItIs() {
        TrainingFactory.Made made = factory.make(90);
        scope.inside(made.client(), () -> {
            rule(
                    made,
                    new RuleTerms(
                            "缺口",
                            Who.REQUIREMENT,
                            List.of(),
                            List.of(),
                            List.of("HS-05"),
                            List.of(),
                            List.of(),
                            14,
                            Renewal.once(0)),
                    DAY);
            evaluation.evaluate(at(DAY));
            assertEquals(0, open("true"));
        });
        scope.inside(made.client(), () -> {
            finding(made, 1, "HS-05");
            evaluation.evaluate(at(DAY.plusDays(1)));
            long lessons = library.catalogue().lessonsTeaching("HS-05").stream()
                    .filter(l -> l.audience().everybody())
                    .count();
            assertTrue(open("true") >= 10 * lessons && open("true") > 0);
            assertEquals(
                    0,
                    open("person_id not in (select id from person where department_id = '"
                            + made.departments().get(1) + "')"));
        });
    }

    private UUID finding(TrainingFactory.Made made, int department, String requirement) {
        UUID id = Ids.next();
        entities.createNativeQuery("""
                        insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name)
                        values (current_client(), ?1, 1, ?2, ?3, 'MAJOR', 'RESPONSE', '看到的', ?4, ?5, '试验员')""")
                .setParameter(1, id)
                .setParameter(2, made.departments().get(department))
                .setParameter(3, requirement)
                .setParameter(4, at(DAY))
                .setParameter(5, made.author())
                .executeUpdate();
        return id;
    }

    @Test
    @ActivateRequestContext
    void whatWasVerifiedAndOpenedAgainIsLearnedAnewOnce() {
        TrainingFactory.Made made = factory.make(90);
        UUID person = made.people().get(12);
        String lesson = library.catalogue().lessonsTeaching("HS-05").stream()
                .filter(l -> l.audience().everybody())
                .findFirst()
                .orElseThrow()
                .id();
        scope.inside(made.client(), () -> {
            rule(made, Who.EVERYONE, List.of(), List.of(lesson), 30, YEARLY);
            evaluation.evaluate(at(DAY));
            achieve(person, lesson(lesson), DAY.plusDays(1));
            assertEquals(
                    Optional.of(DAY.plusDays(1)),
                    turns(person, lesson).getLast().doneOn());
        });
        scope.inside(made.client(), () -> {
            UUID finding = finding(made, 1, "HS-05");
            UUID task = Ids.next();
            entities.createNativeQuery("""
                            insert into task (client_id, id, finding_id, template, version, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at)
                            values (current_client(), ?1, ?2, 'T', (select hash from content_version limit 1), 'x', 'x', 'x', 'x', 'x', 'x', ?3, date '2022-05-01', 'IN_PROGRESS', ?4)""")
                    .setParameter(1, task)
                    .setParameter(2, finding)
                    .setParameter(3, person)
                    .setParameter(4, at(DAY))
                    .executeUpdate();
            step(made, task, "VERIFIED", DAY.plusDays(3));
            step(made, task, "REOPENED", DAY.plusDays(5));
            evaluation.evaluate(at(DAY.plusDays(5)));
            Turn again = turns(person, lesson).getLast();
            assertEquals(Cause.FINDING, again.cause());
            assertEquals(2, again.number());
            assertEquals(Optional.of(DAY.plusDays(5 + Evaluation.DAYS_AFTER_FINDING)), again.dueOn());
            assertEquals(
                    0,
                    open("cause = 'FINDING' and person_id not in (select id from person where department_id = '"
                            + made.departments().get(1) + "')"));
            assertTrue(open("cause = 'FINDING' and cause_of = 'HS-05'") >= 10);
        });
        scope.inside(made.client(), () -> {
            achieve(person, lesson(lesson), DAY.plusDays(6));
            assertEquals(
                    Optional.of(DAY.plusDays(6)),
                    turns(person, lesson).getLast().doneOn());
            long before = open("true");
            evaluation.evaluate(at(DAY.plusDays(7)));
            assertEquals(before, open("true"), "followed once");
        });
    }

    private void step(TrainingFactory.Made made, UUID task, String kind, LocalDate day) {
        entities.createNativeQuery("""
                        insert into task_step (client_id, id, task_id, kind, made_by, made_by_name, made_at)
                        values (current_client(), ?1, ?2, ?3, ?4, '试验员', ?5)""")
                .setParameter(1, Ids.next())
                .setParameter(2, task)
                .setParameter(3, kind)
                .setParameter(4, made.author())
                .setParameter(5, at(day))
                .executeUpdate();
    }

    @Test
    @ActivateRequestContext
    void aRevisedLessonIsAskedOfThoseWhoLearnedTheOldOne() {
        TrainingFactory.Made made = factory.make(9);
        UUID person = made.people().get(4);
        scope.inside(made.client(), () -> {
            rule(made, Who.EVERYONE, List.of(), List.of("A7-audit-day"), 30, YEARLY);
            evaluation.evaluate(at(DAY));
            achieve(person, lesson("A7-audit-day"), DAY.plusDays(1));
            // as if the author had raised the revision since: what was learned is one behind
            entities.createNativeQuery(
                            "update assignment set revision = 0 where client_id = current_client() and closed_by is not null")
                    .executeUpdate();
        });
        scope.inside(made.client(), () -> {
            evaluation.evaluate(at(DAY.plusDays(20)));
            Turn again = turns(person, "A7-audit-day").getLast();
            assertEquals(Cause.REVISION, again.cause());
            assertEquals(Optional.of(DAY.plusDays(50)), again.dueOn());
            assertEquals(1, again.revision());
        });
    }

    @Test
    @ActivateRequestContext
    void theJobWorksOnceADayAndAgainWhenPeopleWereChanged() {
        TrainingFactory.Made made = factory.make(9);
        UUID newcomer = made.people().get(3);
        scope.inside(made.client(), () -> {
            rule(made, Who.JOB, List.of(), List.of("A7-audit-day"), 30, YEARLY);
        });
        scope.inside(made.client(), () -> job.evaluateIfDue(ZONE));
        scope.inside(made.client(), () -> {
            assertEquals(3, open("true"));
            entities.createNativeQuery("update person set job = '操作工' where client_id = current_client()")
                    .executeUpdate();
        });
        scope.inside(made.client(), () -> job.evaluateIfDue(ZONE));
        scope.inside(made.client(), () -> {
            assertEquals(3, open("true"), "nobody has said that people were changed");
            rosterChanged.fire(new RosterChanged(made.client()));
        });
        scope.inside(made.client(), () -> job.evaluateIfDue(ZONE));
        scope.inside(made.client(), () -> {
            assertEquals(9, open("true"));
            assertEquals(1, open("person_id = '" + newcomer + "'"));
        });
    }
}
