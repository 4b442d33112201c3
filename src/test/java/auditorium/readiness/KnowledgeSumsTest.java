package auditorium.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import auditorium.training.TrainingFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What departments know is added up as it happens, and is always what counting everybody anew would say. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KnowledgeSumsTest {

    private static final String ADDED_UP = """
            select string_agg(concat_ws(' ', department_id, kind, key, met, more), ',' order by department_id, kind, key)
              from (select department_id, kind, key, sum(met) as met, sum(more) as more from knowledge_sum
                     where client_id = current_client() group by department_id, kind, key) s where met <> 0 or more <> 0""";

    private static final String COUNTED = """
            select string_agg(concat_ws(' ', department_id, kind, key, met, more), ',' order by department_id, kind, key) from (
              select p.department_id, 'KNOWN' as kind, m.requirement as key, sum(m.earned) as met, sum(m.possible) as more
                from mastery m join person p on p.client_id = m.client_id and p.id = m.person_id
               where m.client_id = current_client() and p.left_on is null group by p.department_id, m.requirement
              union all
              select p.department_id, 'PASSED', s.lesson, count(*), count(*) filter (where p.leads)
                from lesson_standing s join person p on p.client_id = s.client_id and p.id = s.person_id
               where s.client_id = current_client() and p.left_on is null group by p.department_id, s.lesson) c""";

    @Inject
    TrainingFactory factory;

    @Inject
    KnowledgeSums sums;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    private String ask(String sql) {
        return String.valueOf(entities.createNativeQuery(sql, String.class).getSingleResult());
    }

    private void tell(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    @Test
    @ActivateRequestContext
    void whateverHappensTheSumsAreWhatCountingEverybodyAnewWouldSay() {
        TrainingFactory.Made made = factory.make(40);
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 30; round++) {
            UUID person = made.people().get(random.nextInt(made.people().size()));
            UUID department =
                    made.departments().get(random.nextInt(made.departments().size()));
            int kind = random.nextInt(9);
            int points = random.nextInt(100);
            scope.inside(made.client(), () -> {
                switch (kind) {
                    case 0, 1, 2 -> tell("""
                                insert into mastery (client_id, person_id, requirement, earned, possible, updated_at)
                                select current_client(), ?1, k, ?2, 100, now() from unnest(array['HS-01', 'HS-02', 'SR-01']) k
                                on conflict (client_id, person_id, requirement) do update set earned = excluded.earned""", person, points);
                    case 3, 4 -> tell("""
                                insert into lesson_standing (client_id, person_id, lesson, version, passed_at)
                                select current_client(), ?1, k, (select hash from content_version limit 1), now() from unnest(array['A1', 'A2']) k
                                on conflict (client_id, person_id, lesson) do update set passed_at = excluded.passed_at""", person);
                    case 5 -> tell("update person set department_id = ?1 where id = ?2", department, person);
                    case 6 ->
                        tell("update person set leads = not leads where number like ?1", "N000" + points / 10 + "%");
                    case 7 ->
                        tell(
                                "update person set left_on = case when left_on is null then current_date end where id = ?1",
                                person);
                    default -> tell("delete from mastery where person_id = ?1 and requirement = 'HS-01'", person);
                }
            });
            if (round % 7 == 6) {
                scope.inside(made.client(), () -> sums.fold(made.client()));
            }
            scope.inside(made.client(), () -> assertEquals(ask(COUNTED), ask(ADDED_UP)));
        }
        scope.inside(made.client(), () -> {
            assertTrue(ask(COUNTED).contains("KNOWN") && ask(COUNTED).contains("PASSED"));
            sums.recount(made.client());
            assertEquals(ask(COUNTED), ask(ADDED_UP));
            assertEquals("0", ask("select cast(count(*) as text) from knowledge_sum where not folded"));
        });
    }

    @Test
    @ActivateRequestContext
    void foldingLeavesOneRowOfEachAndCountingAnewMendsWhatWentAstray() {
        TrainingFactory.Made made = factory.make(9);
        scope.inside(made.client(), () -> {
            for (UUID person : made.people()) {
                tell(
                        "insert into mastery (client_id, person_id, requirement, earned, possible, updated_at) values (current_client(), ?1, 'HS-01', 80, 100, now())",
                        person);
            }
            String before = ask(ADDED_UP);
            sums.fold(made.client());
            sums.fold(made.client());
            assertEquals(before, ask(ADDED_UP));
            assertEquals("9", ask("select cast(count(*) as text) from knowledge_sum"));
            tell(
                    "insert into knowledge_sum (client_id, department_id, kind, key, met, more) values (current_client(), ?1, 'KNOWN', 'HS-01', 700, 700)",
                    made.departments().getFirst());
            assertTrue(!before.equals(ask(ADDED_UP)));
            sums.recount(made.client());
            assertEquals(before, ask(ADDED_UP));
        });
    }
}
