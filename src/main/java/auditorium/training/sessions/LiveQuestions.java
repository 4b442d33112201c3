package auditorium.training.sessions;

import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Marking;
import auditorium.training.sessions.domain.LessonScore;
import auditorium.training.sessions.domain.LiveDraw;
import auditorium.training.sessions.domain.Vote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The questions that a session asks together. They are drawn once; each is opened, answered, and closed before anybody sees what is right. */
@ApplicationScoped
class LiveQuestions {

    /** So many of a lesson, while the session teaches no more than {@link #FEW_LESSONS}; else the fewest that say something. */
    static final int MOST = 5;

    static final int FEW_LESSONS = 3;

    private final EntityManager entities;
    private final Library library;
    private final ContentVersions versions;
    private final SecureRandom random = new SecureRandom();

    LiveQuestions(EntityManager entities, Library library, ContentVersions versions) {
        this.entities = entities;
        this.library = library;
        this.versions = versions;
    }

    /** A question of a session, from 1; neither opened nor closed yet, open, or closed. */
    record Asked(
            UUID id,
            int position,
            int total,
            String lesson,
            Question question,
            List<String> choices,
            boolean opened,
            boolean closed) {

        boolean open() {
            return opened && !closed;
        }
    }

    /** Draws the questions unless that has been done; {@code most} of each lesson. */
    void draw(UUID client, TrainingSession session, int most) {
        if (!all(client, session.id()).isEmpty()) {
            return;
        }
        record Row(String lesson, LiveDraw.Drawn drawn) {}
        List<Row> rows = new ArrayList<>();
        Set<ContentVersions.Use> uses = new HashSet<>();
        for (String lesson : session.lessons()) {
            Optional<Quiz> quiz = library.catalogue().quizOf(lesson);
            quiz.ifPresent(q -> LiveDraw.of(q, most, random.nextLong()).forEach(d -> {
                rows.add(new Row(lesson, d));
                uses.add(new ContentVersions.Use(
                        "question",
                        q.id() + "/" + d.question().id(),
                        d.question().version()));
            }));
        }
        versions.use(uses);
        entities.unwrap(Session.class).doWork(c -> {
            try (var s = c.prepareStatement("""
                    insert into session_question (client_id, id, session_id, position, lesson, question, version, choices, possible)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (client_id, session_id, position) do nothing""")) {
                for (int i = 0; i < rows.size(); i++) {
                    LiveDraw.Drawn drawn = rows.get(i).drawn();
                    s.setObject(1, client);
                    s.setObject(2, Ids.next());
                    s.setObject(3, session.id());
                    s.setInt(4, i + 1);
                    s.setString(5, rows.get(i).lesson());
                    s.setString(6, drawn.question().id());
                    s.setString(7, drawn.question().version().hash());
                    s.setArray(8, c.createArrayOf("text", drawn.choices().toArray()));
                    s.setInt(9, Marking.mark(drawn.question(), Optional.empty()).possible());
                    s.addBatch();
                }
                s.executeBatch();
            }
        });
    }

    /** How many are asked of each lesson. */
    static int each(TrainingSession session) {
        return session.lessons().size() <= FEW_LESSONS ? MOST : LessonScore.LEAST;
    }

    /** All questions of a session in their order; none before they are drawn. */
    List<Asked> all(UUID client, UUID session) {
        List<?> rows = entities.createNativeQuery("""
                        select id, position, lesson, question, version, choices, opened_at is not null, closed_at is not null
                          from session_question where client_id = ?1 and session_id = ?2 order by position""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Asked(
                        (UUID) r[0],
                        ((Number) r[1]).intValue(),
                        rows.size(),
                        (String) r[2],
                        question((String) r[2], (String) r[3], (String) r[4]),
                        List.of((String[]) r[5]),
                        (Boolean) r[6],
                        (Boolean) r[7]))
                .toList();
    }

    private Question question(String lesson, String id, String version) {
        return library.catalogue()
                .quizOf(lesson)
                .flatMap(q -> q.question(id))
                .filter(q -> q.version().hash().equals(version))
                .or(() ->
                        Optional.ofNullable(versions.questions(List.of(version)).get(version)))
                .orElseThrow();
    }

    /** What the wall and the phones are at: the question that was opened last; empty before the first. */
    static Optional<Asked> now(List<Asked> all) {
        return all.stream().filter(Asked::opened).reduce((a, b) -> b);
    }

    /** Opens the next one, unless one is open; with the session locked. */
    void openNext(UUID client, UUID session, Instant at) {
        entities.createNativeQuery("""
                        update session_question set opened_at = ?3
                         where client_id = ?1 and session_id = ?2 and opened_at is null
                           and position = (select min(position) from session_question
                                where client_id = ?1 and session_id = ?2 and opened_at is null)
                           and not exists (select from session_question
                                where client_id = ?1 and session_id = ?2 and opened_at is not null and closed_at is null)""")
                .setParameter(1, client)
                .setParameter(2, session)
                .setParameter(3, at)
                .executeUpdate();
    }

    /** Ends a question: from here on it takes no answer, and everybody sees what is right. */
    void close(UUID client, UUID session, UUID question, Instant at) {
        entities.createNativeQuery("""
                        update session_question set closed_at = ?4
                         where client_id = ?1 and session_id = ?2 and id = ?3 and opened_at is not null and closed_at is null""")
                .setParameter(1, client)
                .setParameter(2, session)
                .setParameter(3, question)
                .setParameter(4, at)
                .executeUpdate();
    }

    /** Keeps somebody's answer: the first one counts. On the wall only while the question is open; false when it came too late. */
    boolean answer(UUID client, UUID session, Asked asked, UUID person, Vote vote, boolean onWall, Instant at) {
        Mark mark = vote.mark(asked.question());
        // the lock waits for a closing under way, and sees it then
        List<?> open = entities.createNativeQuery(
                        "select id from session_question where client_id = ?1 and id = ?2 and (opened_at is null or closed_at is null)"
                                + (onWall ? " and opened_at is not null" : "") + " for share")
                .setParameter(1, client)
                .setParameter(2, asked.id())
                .getResultList();
        if (open.isEmpty()) {
            return false;
        }
        entities.unwrap(Session.class).doWork(c -> {
            try (var s = c.prepareStatement("""
                    insert into session_answer (client_id, question_id, person_id, session_id, chosen, earned, at)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
                s.setObject(1, client);
                s.setObject(2, asked.id());
                s.setObject(3, person);
                s.setObject(4, session);
                s.setArray(5, c.createArrayOf("text", vote.chosen().toArray()));
                s.setInt(6, mark.earned());
                s.setObject(7, at.atOffset(ZoneOffset.UTC));
                s.executeUpdate();
            }
        });
        return true;
    }

    /** What one person answered to a question; empty: nothing yet. */
    Optional<Set<String>> answered(UUID client, UUID question, UUID person) {
        List<?> rows = entities.createNativeQuery(
                        "select chosen from session_answer where client_id = ?1 and question_id = ?2 and person_id = ?3",
                        String[].class)
                .setParameter(1, client)
                .setParameter(2, question)
                .setParameter(3, person)
                .getResultList();
        return rows.stream().map(r -> Set.of((String[]) r)).findFirst();
    }

    /** How often each option of a question was chosen, and by how many people. */
    record Tally(int people, Map<String, Integer> votes) {}

    Tally tally(UUID client, UUID question) {
        List<?> rows = entities.createNativeQuery("""
                        select null as id, count(*) from session_answer where client_id = ?1 and question_id = ?2
                        union all
                        select v, count(*) from session_answer a cross join unnest(a.chosen) v
                         where a.client_id = ?1 and a.question_id = ?2 group by v""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, question)
                .getResultList();
        Map<String, Integer> votes = new HashMap<>();
        int people = 0;
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            @Nullable String id = (String) r[0];
            if (id == null) {
                people = ((Number) r[1]).intValue();
            } else {
                votes.put(id, ((Number) r[1]).intValue());
            }
        }
        return new Tally(people, votes);
    }
}
