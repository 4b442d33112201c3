package auditorium.training.sessions;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.training.Achieved;
import auditorium.training.Achievements;
import auditorium.training.domain.Source;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.LessonScore;
import auditorium.training.sessions.domain.SessionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What each person showed of each lesson in a session; costs grow with its people times its questions. */
@ApplicationScoped
class SessionScores {

    private final EntityManager entities;
    private final Library library;
    private final Achievements achievements;

    SessionScores(EntityManager entities, Library library, Achievements achievements) {
        this.entities = entities;
        this.library = library;
        this.achievements = achievements;
    }

    /** Somebody's result in one lesson of a closed session. */
    record Result(UUID person, String lesson, int asked, int answered, int score, boolean passed) {}

    private record Scored(UUID person, String lesson, LessonScore score, Attended attended, Instant last) {}

    /**
     * Writes the results of everybody who came, and for each lesson that somebody mastered and stayed to the end of the session keeps an
     * achievement. After the outcomes, before the closing.
     */
    void settle(UUID client, TrainingSession session) {
        List<Scored> all = scored(client, session);
        Catalogue catalogue = library.catalogue();
        List<Achieved> achieved = new ArrayList<>();
        entities.unwrap(Session.class).doWork(c -> {
            try (var s = c.prepareStatement("""
                    insert into session_result (client_id, session_id, person_id, lesson, asked, answered, score, passed)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (Scored scored : all) {
                    boolean passed = scored.attended() == Attended.PRESENT
                            && scored.score().passed(pass(catalogue, scored.lesson()));
                    s.setObject(1, client);
                    s.setObject(2, session.id());
                    s.setObject(3, scored.person());
                    s.setString(4, scored.lesson());
                    s.setInt(5, scored.score().asked());
                    s.setInt(6, scored.score().answered());
                    s.setInt(7, scored.score().percent());
                    s.setBoolean(8, passed);
                    s.addBatch();
                    Optional<Lesson> lesson = catalogue.lesson(scored.lesson());
                    if (passed && lesson.isPresent()) {
                        achieved.add(new Achieved(
                                scored.person(),
                                lesson.get(),
                                session.kind() == SessionKind.LINE ? Source.LINE : Source.SESSION,
                                session.id(),
                                Optional.empty(),
                                Optional.of(scored.score().percent()),
                                scored.last(),
                                Optional.empty()));
                    }
                }
                s.executeBatch();
            }
        });
        achievements.achieve(achieved);
    }

    private static int pass(Catalogue catalogue, String lesson) {
        return catalogue.quizOf(lesson).map(q -> q.pass()).orElse(100);
    }

    /** Questions that were asked, for everybody who came: those of the wall that were opened, and all of a talk on the line. */
    private List<Scored> scored(UUID client, TrainingSession session) {
        List<?> rows = entities.createNativeQuery("""
                        select o.person_id, q.lesson, o.attended, a.question_id is not null, coalesce(a.earned, 0), a.at, q.possible
                          from session_outcome o
                          join session_question q on q.client_id = o.client_id and q.session_id = o.session_id
                           and (q.opened_at is not null or ?3)
                          left join session_answer a on a.client_id = o.client_id and a.question_id = q.id and a.person_id = o.person_id
                         where o.client_id = ?1 and o.session_id = ?2 and o.attended <> 'ABSENT'
                         order by o.person_id, q.position""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session.id())
                .setParameter(3, session.kind() == SessionKind.LINE)
                .getResultList();
        record Key(UUID person, String lesson) {}
        Map<Key, Scored> all = new HashMap<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            Key key = new Key((UUID) r[0], (String) r[1]);
            Scored before = all.getOrDefault(
                    key,
                    new Scored(
                            key.person(),
                            key.lesson(),
                            LessonScore.NONE,
                            Attended.valueOf((String) r[2]),
                            Instant.MIN));
            boolean given = (Boolean) r[3];
            Instant last = given && ((Instant) r[5]).isAfter(before.last()) ? (Instant) r[5] : before.last();
            all.put(
                    key,
                    new Scored(
                            key.person(),
                            key.lesson(),
                            before.score().plus(given, ((Number) r[4]).intValue(), ((Number) r[6]).intValue()),
                            before.attended(),
                            last));
        }
        return List.copyOf(all.values());
    }

    /** The results of a closed session. */
    List<Result> results(UUID client, UUID session) {
        List<?> rows = entities.createNativeQuery("""
                        select person_id, lesson, asked, answered, score, passed from session_result
                         where client_id = ?1 and session_id = ?2 order by person_id, lesson""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Result(
                        (UUID) r[0],
                        (String) r[1],
                        ((Number) r[2]).intValue(),
                        ((Number) r[3]).intValue(),
                        ((Number) r[4]).intValue(),
                        (Boolean) r[5]))
                .toList();
    }
}
