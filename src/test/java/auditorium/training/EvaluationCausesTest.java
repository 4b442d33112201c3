package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.platform.Ids;
import auditorium.training.domain.Cause;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Turn;
import auditorium.training.domain.Who;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is asked anew because something happened: a move, a gap, a finding that came back, a lesson that changed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvaluationCausesTest extends EvaluationCase {

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
}
