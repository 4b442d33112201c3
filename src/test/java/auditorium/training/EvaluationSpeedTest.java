package auditorium.training;

import auditorium.TestDatabase;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 5,000 people and all 46 lessons for each of them: as much as one factory asks for. */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvaluationSpeedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    @Inject
    TrainingFactory factory;

    @Inject
    Evaluation evaluation;

    @Inject
    AssignmentRules rules;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    private void timed(String what, UUID client, Instant now) {
        scope.inside(client, () -> {
            int server = ((Number) entities.createNativeQuery("select pg_backend_pid()")
                            .getSingleResult())
                    .intValue();
            long cpu = cpuMillis(server);
            long start = System.nanoTime();
            Evaluation.Outcome outcome = evaluation.evaluate(now);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("assign: " + what + " took " + millis + " ms (database's CPU "
                    + (cpuMillis(server) - cpu) + " ms), " + outcome);
        });
    }

    /** Linux only; 0 elsewhere. */
    private static long cpuMillis(int process) {
        try {
            String[] stat =
                    Files.readString(Path.of("/proc/" + process + "/stat")).split(" ", -1);
            return 10 * (Long.parseLong(stat[13]) + Long.parseLong(stat[14]));
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    @Test
    @ActivateRequestContext
    void howLongAllLessonsOfFiveThousandPeopleTake() {
        List<String> all =
                library.catalogue().lessons().stream().map(Lesson::id).toList();
        TrainingFactory.Made made = factory.make(5000);
        scope.inside(made.client(), () -> {
            rules.persist(new AssignmentRule(
                    Ids.next(),
                    new RuleTerms(
                            "全部",
                            Who.EVERYONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            all,
                            30,
                            new Renewal(Repeat.COMPLETION, 12, Optional.empty(), 30, 7)),
                    Optional.empty(),
                    LocalDate.of(2026, 3, 1),
                    made.author(),
                    "试验员",
                    NOW));
            rules.persist(new AssignmentRule(
                    Ids.next(),
                    new RuleTerms(
                            "岗位",
                            Who.JOB,
                            List.of(),
                            List.of("操作工"),
                            List.of(),
                            List.of(),
                            all.subList(0, 9),
                            10,
                            new Renewal(Repeat.EXPIRY, 6, Optional.empty(), 30, 7)),
                    Optional.empty(),
                    LocalDate.of(2026, 3, 1),
                    made.author(),
                    "试验员",
                    NOW));
        });
        timed("first evaluation of " + 5000 * all.size() + " pairs", made.client(), NOW);
        timed("the same again", made.client(), NOW);
        timed("the next night", made.client(), NOW.plusSeconds(86_400));
    }
}
