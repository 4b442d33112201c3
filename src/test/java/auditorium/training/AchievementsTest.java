package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.clients.People;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AchievementsTest {

    private static final Instant AT = Instant.parse("2026-10-01T02:00:00Z");

    @Inject
    Achievements achievements;

    @Inject
    People people;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    private UUID client(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = ?1", UUID.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    private Lesson lesson() {
        return library.catalogue().lesson("H1-anti-bribery").orElseThrow();
    }

    private Instant standing(UUID person, Lesson lesson) {
        return (Instant) entities.createNativeQuery(
                        "select passed_at from lesson_standing where person_id = ?1 and lesson = ?2", Instant.class)
                .setParameter(1, person)
                .setParameter(2, lesson.id())
                .getSingleResult();
    }

    @Test
    @ActivateRequestContext
    void aSessionToldTwiceIsOneAchievementForEach() {
        UUID session = Ids.next();
        scope.inside(client("YUAN"), () -> {
            List<UUID> room = people.working().stream().map(p -> p.id()).toList();
            List<Achieved> told = new ArrayList<>();
            room.forEach(p -> told.add(new Achieved(
                    p,
                    lesson(),
                    Source.SESSION,
                    session,
                    Optional.empty(),
                    Optional.empty(),
                    AT,
                    Optional.of(LocalDate.of(2027, 10, 1)))));
            assertEquals(room.size(), achievements.achieve(told).size());
            assertEquals(List.of(), achievements.achieve(told));
            assertFalse(achievements.achieve(
                    room.get(0), lesson(), Source.SESSION, session, Optional.empty(), Optional.of(90), AT));
            List<Achievement> kept = achievements.list("sourceId", session);
            assertEquals(room.size(), kept.size());
            assertEquals(Optional.of(LocalDate.of(2027, 10, 1)), kept.get(0).validUntil());
            assertEquals(AT, kept.get(0).achievedAt());
            assertEquals(lesson().version().hash(), kept.get(0).version());
        });
    }

    @Test
    @ActivateRequestContext
    void whatWasAchievedEarlierAndArrivesLaterDoesNotBecomeTheLatest() {
        scope.inside(client("YUAN"), () -> {
            UUID person = people.working().get(3).id();
            Instant now = standingOr(person);
            Instant later = now.plus(Duration.ofHours(3));
            assertTrue(achievements.achieve(
                    person, lesson(), Source.LINE, Ids.next(), Optional.empty(), Optional.of(100), later));
            assertTrue(achievements.achieve(
                    person, lesson(), Source.LINE, Ids.next(), Optional.empty(), Optional.of(100), now));
            assertEquals(later, standing(person, lesson()));
        });
    }

    private Instant standingOr(UUID person) {
        return (Instant) entities.createNativeQuery("""
                        select coalesce(max(passed_at), timestamptz '2026-10-02 00:00Z') from lesson_standing
                         where person_id = ?1 and lesson = ?2""", Instant.class)
                .setParameter(1, person)
                .setParameter(2, lesson().id())
                .getSingleResult();
    }

    @Test
    @ActivateRequestContext
    void theDemosHistoryIsThereAndEachStandingHasItsAchievement() {
        scope.inside(client("DEMO"), () -> {
            long without = ((Number) entities.createNativeQuery("""
                            select count(*) from lesson_standing s where not exists (
                              select from achievement a where a.person_id = s.person_id and a.lesson = s.lesson
                                 and a.achieved_at = s.passed_at and a.version = s.version)""").getSingleResult()).longValue();
            assertEquals(0, without);
            assertTrue(achievements.count() > 1000);
        });
    }

    @Test
    @ActivateRequestContext
    void nobodyCanChangeOrRemoveWhatWasAchieved() {
        for (String attempt : List.of("delete from achievement", "update achievement set score = 100")) {
            RuntimeException refused = assertThrows(
                    RuntimeException.class,
                    () -> scope.inside(
                            client("YUAN"),
                            () -> entities.createNativeQuery(attempt).executeUpdate()));
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            assertTrue(String.valueOf(cause.getMessage()).contains("permission denied"), String.valueOf(cause));
        }
    }
}
