package auditorium.training;

import auditorium.library.ContentVersions;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentClient;
import auditorium.platform.Ids;
import auditorium.quizzes.LessonPassed;
import auditorium.records.Ledger;
import auditorium.training.domain.Source;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the people of the current client have achieved. Appended only; beside each person and lesson the latest one stands in
 * {@code lesson_standing}, which boards read.
 */
@ApplicationScoped
public class Achievements implements PanacheRepositoryBase<Achievement, UUID> {

    private final EntityManager entities;
    private final CurrentClient client;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Evaluation evaluation;
    private final Clock clock;
    private final Certificates certificates;

    Achievements(
            EntityManager entities,
            CurrentClient client,
            ContentVersions versions,
            Ledger ledger,
            Evaluation evaluation,
            Certificates certificates,
            Clock clock) {
        this.entities = entities;
        this.client = client;
        this.versions = versions;
        this.ledger = ledger;
        this.evaluation = evaluation;
        this.clock = clock;
        this.certificates = certificates;
    }

    void onPassed(@Observes LessonPassed passed) {
        achieve(
                passed.person(),
                passed.lesson(),
                Source.SELF,
                passed.attempt(),
                Optional.of(passed.attempt()),
                Optional.of(passed.percent()),
                passed.at());
    }

    /** Keeps one achievement, in the caller's transaction; false when this very one is already kept. */
    public boolean achieve(
            UUID person,
            Lesson lesson,
            Source source,
            UUID sourceId,
            Optional<UUID> attempt,
            Optional<Integer> score,
            Instant at) {
        return !achieve(List.of(new Achieved(person, lesson, source, sourceId, attempt, score, at, Optional.empty())))
                .isEmpty();
    }

    /**
     * Keeps all of them, in the caller's transaction and in as many statements as for one, and closes what was asked of these people.
     * What is kept already stays as it is.
     *
     * @return the ids of those that are new
     */
    public List<UUID> achieve(List<Achieved> achieved) {
        return achieve(achieved, clock.instant());
    }

    List<UUID> achieve(List<Achieved> achieved, Instant now) {
        if (achieved.isEmpty()) {
            return List.of();
        }
        Set<ContentVersions.Use> uses = new HashSet<>();
        achieved.forEach(a -> uses.add(
                new ContentVersions.Use("lesson", a.lesson().id(), a.lesson().version())));
        versions.use(uses);
        entities.flush();
        List<UUID> kept = entities.unwrap(Session.class).doReturningWork(c -> {
            List<UUID> added = append(c, achieved);
            raiseStandings(c, added);
            return added;
        });
        kept.forEach(id -> ledger.append(TrainingWitnesses.ACHIEVEMENT, id));
        if (!kept.isEmpty()) {
            evaluation.settle(achieved.stream().map(Achieved::person).distinct().toList(), now);
            certificates.issue(achieved.stream().map(Achieved::person).toList(), Optional.empty());
        }
        return kept;
    }

    private List<UUID> append(Connection c, List<Achieved> achieved) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                insert into achievement (client_id, id, person_id, lesson, version, revision, achieved_at, valid_until, source, source_id, attempt_id, score)
                select ?, a.id, a.person, a.lesson, a.version, a.revision, a.at::timestamptz, a.until::date, a.source, a.source_id, a.attempt, a.score
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as a (id, person, lesson, version, revision, at, until, source, source_id, attempt, score)
                on conflict (client_id, person_id, lesson, source, source_id) do nothing
                returning id""")) {
            s.setObject(1, client.id());
            s.setArray(2, array(c, "uuid", achieved, a -> Ids.next()));
            s.setArray(3, array(c, "uuid", achieved, Achieved::person));
            s.setArray(4, array(c, "text", achieved, a -> a.lesson().id()));
            s.setArray(5, array(c, "text", achieved, a -> a.lesson().version().hash()));
            s.setArray(6, array(c, "int4", achieved, a -> a.lesson().revision()));
            s.setArray(7, array(c, "text", achieved, a -> a.at().toString()));
            s.setArray(
                    8,
                    array(
                            c,
                            "text",
                            achieved,
                            a -> a.validUntil().map(Object::toString).orElse(null)));
            s.setArray(9, array(c, "text", achieved, a -> a.source().name()));
            s.setArray(10, array(c, "uuid", achieved, Achieved::sourceId));
            s.setArray(11, array(c, "uuid", achieved, a -> a.attempt().orElse(null)));
            s.setArray(12, array(c, "int4", achieved, a -> a.score().orElse(null)));
            List<UUID> added = new ArrayList<>();
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
            return added;
        }
    }

    /** One that was made earlier and arrives later does not become the latest. Rows go in order, so none waits in a ring. */
    private void raiseStandings(Connection c, List<UUID> added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (PreparedStatement s = c.prepareStatement("""
                insert into lesson_standing (client_id, person_id, lesson, version, passed_at, attempt_id)
                select distinct on (person_id, lesson) client_id, person_id, lesson, version, achieved_at, attempt_id
                  from achievement where client_id = ? and id = any (?)
                 order by person_id, lesson, achieved_at desc
                on conflict (client_id, person_id, lesson) do update
                set version = excluded.version, passed_at = excluded.passed_at, attempt_id = excluded.attempt_id
                where excluded.passed_at >= lesson_standing.passed_at""")) {
            s.setObject(1, client.id());
            s.setArray(2, c.createArrayOf("uuid", added.toArray()));
            s.executeUpdate();
        }
    }

    private static Array array(
            Connection c, String type, List<Achieved> achieved, Function<Achieved, @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[achieved.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(achieved.get(i));
        }
        return c.createArrayOf(type, values);
    }
}
