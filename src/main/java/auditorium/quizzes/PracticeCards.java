package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Fsrs;
import auditorium.quizzes.domain.Fsrs.Grade;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.Practice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** What people remember, question by question: told by each attempt that is settled and by practice. */
@ApplicationScoped
public class PracticeCards {

    private final EntityManager entities;
    private final Attempts attempts;

    PracticeCards(EntityManager entities, Attempts attempts) {
        this.entities = entities;
        this.attempts = attempts;
    }

    /** A question of the library. */
    record Key(String quiz, String question) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byQuiz = quiz.compareTo(other.quiz);
            return byQuiz != 0 ? byQuiz : question.compareTo(other.question);
        }
    }

    /** An answer that says something about a memory; without an attempt it was given in practice. */
    record Review(UUID id, Key key, String version, Grade grade, Optional<UUID> attempt, Optional<Answer> answer) {}

    /** One answer of practice, as it was kept. */
    record Kept(Key key, String version, boolean again, Answer answer) {}

    /** Every question of the attempt that could earn something tells about a memory; those that were missed join the practice. */
    void learnFrom(@Observes AttemptSettled settled) {
        Attempts.Frozen frozen = attempts.frozen(attempts.findById(settled.attempt()));
        List<Review> reviews = new ArrayList<>();
        for (Question question : frozen.questions()) {
            Mark mark = settled.score().questions().getOrDefault(question.id(), Mark.UNSCORED);
            if (mark.possible() > 0
                    && !(question.form() instanceof Form.Essay)) { // practice can't ask what a person has to mark
                Paper.Drawn drawn = frozen.paper().drawn(question.id()).orElseThrow();
                reviews.add(new Review(
                        Ids.next(),
                        new Key(drawn.quiz(), drawn.question()),
                        drawn.version(),
                        Grade.of(mark),
                        Optional.of(settled.attempt()),
                        Optional.empty()));
            }
        }
        if (!reviews.isEmpty()) {
            keep(settled.client(), settled.person(), reviews, settled.at());
        }
    }

    /** An answer given in practice. The same id again changes nothing. */
    void practise(UUID client, UUID person, Review review, Instant now) {
        keep(client, person, List.of(review), now);
    }

    /** Memories and their history move together: a review that is known already moves nothing. */
    private void keep(UUID client, UUID person, List<Review> reviews, Instant at) {
        Map<Key, Fsrs> before = new HashMap<>();
        LocalDate today = at.atZone(read(client, person, reviews, before)).toLocalDate();
        Map<Key, Review> fresh = new TreeMap<>();
        for (Review review : reviews) {
            fresh.put(review.key(), review);
        }
        fresh.keySet().retainAll(append(client, person, fresh.values(), today, at));
        if (fresh.isEmpty()) {
            return;
        }
        Map<Key, Fsrs> after = new TreeMap<>();
        fresh.forEach((key, review) ->
                after.put(key, Practice.after(Optional.ofNullable(before.get(key)), review.grade(), today)));
        write(client, person, after, fresh, today);
    }

    /** Reads and locks what is remembered of these questions; answers the factory's time zone, for its day. */
    private ZoneId read(UUID client, UUID person, List<Review> reviews, Map<Key, Fsrs> memories) {
        // one writer a person at a time: a second one reads what the first has written
        String zone = (String) entities.createNativeQuery("""
                        select c.time_zone from client c join person p on p.client_id = c.id
                         where c.id = ?1 and p.id = ?2 for no key update of p""", String.class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getSingleResult();
        for (Object row : entities.createNativeQuery("""
                        select quiz, question, stability, difficulty, phase, step, reviewed_on, pause_seconds
                          from practice_card where client_id = :client and person_id = :person and quiz in (:quizzes)""", Object[].class)
                .setParameter("client", client)
                .setParameter("person", person)
                .setParameter(
                        "quizzes",
                        reviews.stream().map(r -> r.key().quiz()).distinct().toList())
                .getResultList()) {
            Object[] r = (Object[]) row;
            memories.put(new Key((String) r[0], (String) r[1]), memory(r, 2));
        }
        return ZoneId.of(zone);
    }

    /** A memory from its six columns, the first of which stands at that place. */
    static Fsrs memory(Object[] row, int from) {
        return new Fsrs(
                ((Number) row[from]).doubleValue(),
                ((Number) row[from + 1]).doubleValue(),
                Fsrs.Phase.valueOf((String) row[from + 2]),
                ((Number) row[from + 3]).intValue(),
                day(row[from + 4]),
                Duration.ofSeconds(((Number) row[from + 5]).longValue()));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Appends to the history; answers the questions whose review was not there yet. */
    private List<Key> append(UUID client, UUID person, Collection<Review> reviews, LocalDate today, Instant at) {
        String rows =
                reviews.stream().map(r -> "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").collect(Collectors.joining(", "));
        Query insert = entities.createNativeQuery(
                "insert into practice_review (client_id, id, person_id, quiz, question, version, again, attempt_id, answer, reviewed_on, reviewed_at) values "
                        + rows + " on conflict do nothing returning quiz, question",
                Object[].class);
        int place = 1;
        for (Review review : reviews) {
            insert.setParameter(place++, client);
            insert.setParameter(place++, review.id());
            insert.setParameter(place++, person);
            insert.setParameter(place++, review.key().quiz());
            insert.setParameter(place++, review.key().question());
            insert.setParameter(place++, review.version());
            insert.setParameter(place++, review.grade() == Grade.AGAIN);
            insert.setParameter(
                    place++,
                    new TypedParameterValue<>(
                            StandardBasicTypes.UUID, review.attempt().orElse(null)));
            insert.setParameter(
                    place++,
                    new TypedParameterValue<>(
                            StandardBasicTypes.STRING,
                            review.answer().map(Json::of).orElse(null)));
            insert.setParameter(place++, today);
            insert.setParameter(place++, at);
        }
        List<Key> added = new ArrayList<>();
        for (Object row : insert.getResultList()) {
            Object[] r = (Object[]) row;
            added.add(new Key((String) r[0], (String) r[1]));
        }
        return added;
    }

    private void write(UUID client, UUID person, Map<Key, Fsrs> after, Map<Key, Review> reviews, LocalDate today) {
        String rows = after.keySet().stream()
                .map(k -> "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .collect(Collectors.joining(", "));
        Query upsert = entities.createNativeQuery(
                "insert into practice_card as c (client_id, person_id, quiz, question, stability, difficulty, phase, step, pause_seconds, reviewed_on, due_on, missed, practised_on) values "
                        + rows
                        + " on conflict (client_id, person_id, quiz, question) do update set stability = excluded.stability,"
                        + " difficulty = excluded.difficulty, phase = excluded.phase, step = excluded.step, pause_seconds = excluded.pause_seconds,"
                        + " reviewed_on = excluded.reviewed_on, due_on = excluded.due_on, missed = excluded.missed,"
                        + " practised_on = coalesce(excluded.practised_on, c.practised_on)");
        int place = 1;
        for (Map.Entry<Key, Fsrs> entry : after.entrySet()) {
            Fsrs memory = entry.getValue();
            Review review = Optional.ofNullable(reviews.get(entry.getKey())).orElseThrow();
            upsert.setParameter(place++, client);
            upsert.setParameter(place++, person);
            upsert.setParameter(place++, entry.getKey().quiz());
            upsert.setParameter(place++, entry.getKey().question());
            upsert.setParameter(place++, memory.stability());
            upsert.setParameter(place++, memory.difficulty());
            upsert.setParameter(place++, memory.phase().name());
            upsert.setParameter(place++, memory.step());
            upsert.setParameter(place++, memory.pause().toSeconds());
            upsert.setParameter(place++, memory.reviewedOn());
            upsert.setParameter(place++, Practice.dueOn(memory, review.grade()));
            upsert.setParameter(place++, review.grade() == Grade.AGAIN);
            upsert.setParameter(
                    place++,
                    new TypedParameterValue<>(
                            StandardBasicTypes.LOCAL_DATE, review.attempt().isEmpty() ? today : null));
        }
        upsert.executeUpdate();
    }

    /** What is due, the most urgent first: missed ones, then those that have waited longest. */
    List<Key> due(UUID client, UUID person, LocalDate today, int most) {
        List<Key> due = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select quiz, question from practice_card
                         where client_id = ?1 and person_id = ?2 and due_on <= ?3 and (practised_on is null or practised_on < ?3)
                         order by missed desc, due_on, quiz, question limit ?4""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, today)
                .setParameter(4, most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            due.add(new Key((String) r[0], (String) r[1]));
        }
        return due;
    }

    /** How many questions wait for the person today: at most {@link Practice#A_DAY}, less those of today. */
    public int waiting(UUID client, UUID person, LocalDate today) {
        return ((Number) entities.createNativeQuery("""
                        select least(
                          ?4 - (select count(*) from practice_review r
                                 where r.client_id = ?1 and r.person_id = ?2 and r.reviewed_on = ?3 and r.attempt_id is null),
                          (select count(*) from practice_card c
                            where c.client_id = ?1 and c.person_id = ?2 and c.due_on <= ?3 and (c.practised_on is null or c.practised_on < ?3)))""")
                        .setParameter(1, client)
                        .setParameter(2, person)
                        .setParameter(3, today)
                        .setParameter(4, Practice.A_DAY)
                        .getSingleResult())
                .intValue();
    }

    /** A person's own answer in practice; somebody else's is not found. */
    Optional<Kept> kept(UUID client, UUID person, UUID id) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("""
                        select quiz, question, version, again, answer from practice_review
                         where client_id = ?1 and person_id = ?2 and id = ?3 and attempt_id is null""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, id)
                .getResultList()
                .stream()
                .map(r -> new Kept(
                        new Key((String) r[0], (String) r[1]), (String) r[2], (Boolean) r[3], Json.answer((String)
                                r[4])))
                .findFirst();
    }
}
