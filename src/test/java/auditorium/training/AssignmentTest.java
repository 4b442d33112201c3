package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Source;
import auditorium.training.domain.Who;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What foreign keys would say of the table of assignments, which has none. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AssignmentTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate BEGUN = LocalDate.of(2026, 2, 2);

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

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private AssignmentRule rule(TrainingFactory.Made made, Who who, List<String> lessons, int months) {
        return new AssignmentRule(
                Ids.next(),
                new RuleTerms(
                        who.name(),
                        who,
                        List.of(),
                        who == Who.JOB ? List.of("操作工") : List.of(),
                        List.of(),
                        List.of(),
                        lessons,
                        20,
                        new Renewal(Repeat.COMPLETION, months, Optional.empty(), 10, 3)),
                Optional.empty(),
                BEGUN,
                made.author(),
                "试验员",
                noon(BEGUN));
    }

    @Test
    @ActivateRequestContext
    void eachRowHasItsPersonItsRuleAndItsAchievementHoweverPeopleMoveAndLeave() {
        List<Lesson> lessons = new ArrayList<>(library.catalogue().lessons()).subList(0, 6);
        List<String> ids = lessons.stream().map(Lesson::id).toList();
        SplittableRandom random = new SplittableRandom(16);
        TrainingFactory.Made made = factory.make(60);
        AssignmentRule ending = rule(made, Who.JOB, ids.subList(0, 3), 3);
        scope.inside(made.client(), () -> {
            rules.persist(rule(made, Who.EVERYONE, ids, 6));
            rules.persist(ending);
        });
        for (int step = 0; step < 12; step++) {
            LocalDate today = BEGUN.plusDays(step * 23L);
            int turn = step;
            scope.inside(made.client(), () -> {
                UUID somebody = made.people().get(random.nextInt(60));
                Lesson lesson = lessons.get(random.nextInt(6));
                achievements.achieve(
                        made.people().stream()
                                .filter(p -> random.nextInt(3) == 0)
                                .map(p -> new Achieved(
                                        p,
                                        lesson,
                                        Source.IMPORTED,
                                        Ids.next(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        noon(today),
                                        Optional.empty()))
                                .toList(),
                        noon(today));
                entities.createNativeQuery(
                                turn % 2 == 0
                                        ? "update person set left_on = ?1 where id = ?2"
                                        : "update person set department_id = (select id from department where id <> department_id and cast(?1 as date) is not null limit 1) where id = ?2")
                        .setParameter(1, today)
                        .setParameter(2, somebody)
                        .executeUpdate();
                if (turn == 6) {
                    entities.createNativeQuery("update assignment_rule set ended_at = ?1 where id = ?2")
                            .setParameter(1, noon(today))
                            .setParameter(2, ending.id())
                            .executeUpdate();
                    entities.clear();
                }
                evaluation.evaluate(noon(today));
            });
            scope.inside(made.client(), () -> {
                assertTrue(count("") > 0);
                assertEquals(
                        0,
                        count(
                                " where not exists (select from person p where p.client_id = a.client_id and p.id = a.person_id and p.left_on is null)"));
                assertEquals(
                        0,
                        count(
                                " where a.rule_id is not null and not exists (select from assignment_rule r where r.client_id = a.client_id and r.id = a.rule_id and r.ended_at is null)"));
                assertEquals(
                        0,
                        count(
                                " where a.closed_by is not null and not exists (select from achievement h where h.client_id = a.client_id and h.id = a.closed_by and h.person_id = a.person_id and h.lesson = a.lesson)"));
            });
        }
    }

    private long count(String where) {
        return ((Number) entities.createNativeQuery("select count(*) from assignment a" + where)
                        .getSingleResult())
                .longValue();
    }
}
