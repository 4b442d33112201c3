package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.clients.RosterChanged;
import auditorium.library.content.Lesson;
import auditorium.training.domain.Learned;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Turn;
import auditorium.training.domain.Who;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
class EvaluationTest extends EvaluationCase {

    @Inject
    EvaluationJob job;

    @Inject
    Event<RosterChanged> rosterChanged;

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
                                    .map(EvaluationCase::plain)
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
