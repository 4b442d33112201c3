package auditorium.training;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The matrix of 5,000 people and 46 lessons, of which most have been learned at some time. */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MatrixSpeedTest {

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

    @Inject
    Clock clock;

    @Test
    @ActivateRequestContext
    void howLongAPageAndAllSheetsTake() {
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
                    LocalDate.now(clock),
                    made.author(),
                    "试验员",
                    clock.instant()));
            entities.flush();
            entities.createNativeQuery("""
                            insert into achievement (client_id, id, person_id, lesson, version, revision, achieved_at, source, source_id)
                            select current_client(), uuidv7(), p.id, l.lesson, (select hash from content_version limit 1), 1,
                                   now() - make_interval(days => abs(hashtext(p.id::text || l.lesson) % 400)), 'IMPORTED', p.id
                              from person p cross join unnest(string_to_array(?1, ' ')) as l (lesson)
                             where p.client_id = current_client() and abs(hashtext(l.lesson || p.id::text) % 10) > 0""")
                    .setParameter(1, String.join(" ", all))
                    .executeUpdate();
        });
        long begun = System.nanoTime();
        Evaluation.Outcome outcome = scope.inside(made.client(), () -> evaluation.evaluate(clock.instant()));
        System.out.println("assign: evaluation with 207,000 achievements took "
                + (System.nanoTime() - begun) / 1_000_000 + " ms, " + outcome);
        UUID account = QuarkusTransaction.requiringNew().call(() -> {
            UUID manager =
                    (UUID) entities.createNativeQuery("select id from account where login_name = 'manager'", UUID.class)
                            .getSingleResult();
            entities.createNativeQuery(
                            "insert into membership (id, account_id, client_id, role) values (?1, ?2, ?3, 'FACTORY_MANAGER')")
                    .setParameter(1, Ids.next())
                    .setParameter(2, manager)
                    .setParameter(3, made.client())
                    .executeUpdate();
            return manager;
        });
        try {
            Visitor manager = Visitor.withPassword("manager");
            String at = "/c/" + made.client();
            for (String page : List.of(
                    "/training/matrix",
                    "/training/matrix?columns=all",
                    "/training/matrix?columns=all&show=gaps&page=7",
                    "/training/plan")) {
                long[] millis = LongStream.range(0, 25)
                        .map(i -> {
                            long start = System.nanoTime();
                            manager.get(at + page).then().statusCode(200);
                            return (System.nanoTime() - start) / 1_000_000;
                        })
                        .skip(4)
                        .sorted()
                        .toArray();
                System.out.println("assign: " + page + " median " + millis[millis.length / 2] + " ms, best " + millis[0]
                        + ", worst " + millis[millis.length - 1]);
            }
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                int size = manager.get(at + "/training/matrix/xlsx")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()
                        .length;
                System.out.println("assign: sheets of 5,000 people took " + (System.nanoTime() - start) / 1_000_000
                        + " ms, " + size + " bytes");
            }
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "delete from membership where account_id = ?1 and client_id = ?2")
                            .setParameter(1, account)
                            .setParameter(2, made.client())
                            .executeUpdate());
        }
    }
}
