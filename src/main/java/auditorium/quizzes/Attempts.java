package auditorium.quizzes;

import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Version;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import auditorium.quizzes.domain.Pause;
import auditorium.quizzes.domain.Terms;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** The attempts of the current client: a frozen paper, appended answers, one end. How they are marked is in {@link Results}. */
@ApplicationScoped
public class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    /**
     * One answer. In plain JDBC, since every phone of a room runs it at once: it is planned once, where the mapper, which can't tell
     * that two queries for an {@code Instant} are the same, would keep another plan for each answer and search them all.
     */
    private static final String ANSWER = """
            with sent (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at, language, last) as (
              values (?::uuid, ?::uuid, ?::uuid, ?, ?::bigint, ?, ?::timestamptz, ?::timestamptz, ?, ?::boolean)),
            held as materialized (
              select a.id, a.paused_at, a.waiting_since, a.final_at from sent s join attempt a on a.client_id = s.client_id and a.id = s.attempt_id
                 for no key update of a),
            given as (
              insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at, language)
              select s.client_id, s.id, s.attempt_id, s.question,
                     case when s.last then greatest(s.sequence, (select max(e.sequence) + 1 from answer_event e
                            where e.client_id = s.client_id and e.attempt_id = s.attempt_id and e.question = s.question))
                          else s.sequence end,
                     s.answer, s.answered_at, greatest(s.received_at, h.waiting_since + interval '1 microsecond', h.final_at + interval '1 microsecond'), s.language
                from sent s join held h on h.id = s.attempt_id
              on conflict (client_id, id) do nothing returning attempt_id)
            select h.paused_at from given g join held h on h.id = g.attempt_id where h.paused_at is not null""";

    private final EntityManager entities;
    private final Library library;
    private final ContentVersions versions;
    private final SecureRandom random = new SecureRandom();

    Attempts(EntityManager entities, Library library, ContentVersions versions) {
        this.entities = entities;
        this.library = library;
        this.versions = versions;
    }

    /** The questions of an attempt as they were drawn, in their order. */
    record Frozen(Paper paper, List<Question> questions) {
        Optional<Question> question(String id) {
            return questions.stream().filter(q -> q.id().equals(id)).findFirst();
        }
    }

    /**
     * What somebody sits down to.
     *
     * @param quiz the quiz's id, or the name of a paper that is drawn from several; a person has one open attempt at each name
     * @param version what the paper was drawn from
     * @param questions those on the paper, from whichever quizzes
     */
    record Sitting(
            Attempt.Kind kind,
            String quiz,
            Version version,
            long seed,
            Paper paper,
            List<Question> questions,
            Terms terms) {

        static Sitting of(Quiz quiz, long seed) {
            return new Sitting(
                    Attempt.Kind.QUIZ,
                    quiz.id(),
                    quiz.version(),
                    seed,
                    PaperDraw.draw(quiz, seed),
                    quiz.questions(),
                    Terms.of(quiz));
        }
    }

    /** What a person has at a quiz: an open attempt, how many were begun, and what was granted on top of the quiz's own terms. */
    record Standing(Optional<UUID> open, int begun, int extraAttempts, Duration extraTime) {

        /** How many more may be begun; empty: as many as one likes. */
        Optional<Integer> left(Optional<Integer> attempts) {
            return attempts.map(most -> Math.max(0, most + extraAttempts - begun));
        }
    }

    /** The open attempt of the person at the quiz, or a new one with a paper of its own; empty: none is left to begin. */
    Optional<UUID> start(UUID client, UUID person, Quiz quiz, Instant now) {
        Standing standing = standing(client, person, quiz.id());
        if (standing.open().isPresent()) {
            return standing.open();
        }
        Sitting sitting = Sitting.of(quiz, random.nextLong());
        return standing.left(sitting.terms().attempts()).filter(n -> n == 0).isPresent()
                ? Optional.empty()
                : Optional.of(begin(client, person, sitting, standing.extraTime(), now));
    }

    /** Where the person is with a quiz, in one statement. */
    Standing standing(UUID client, UUID person, String quiz) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select (select a.id from attempt a where a.client_id = ?1 and a.person_id = ?2 and a.quiz = ?3 and a.submitted_at is null),
                               (select count(*) from attempt a where a.client_id = ?1 and a.person_id = ?2 and a.quiz = ?3),
                               coalesce(sum(g.extra_attempts), 0), coalesce(sum(g.extra_seconds), 0)
                          from attempt_grant g
                         where g.client_id = ?1 and g.person_id = ?2 and g.quiz = ?3
                           and not exists (select from attempt_grant w where w.client_id = g.client_id and w.withdraws = g.id)""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, quiz)
                .getSingleResult();
        return new Standing(
                Optional.ofNullable((UUID) row[0]),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                Duration.ofSeconds(((Number) row[3]).longValue()));
    }

    /** Begins an attempt; two taps make one. {@code extra} is what the person has on top of the limit. */
    UUID begin(UUID client, UUID person, Sitting sitting, Duration extra, Instant now) {
        keepVersions(sitting);
        Terms terms = sitting.terms();
        AttemptRules rules = terms.begun(now, extra);
        UUID id = Ids.next();
        int made = entities.createNativeQuery("""
                        insert into attempt (client_id, id, person_id, kind, quiz, version, seed, paper, examination, pass, started_at,
                          limit_seconds, extra_seconds, closes_at, grace_seconds, late_window_seconds, pause_seconds, deadline_at)
                        values (:client, :id, :person, :kind, :quiz, :version, :seed, :paper, :examination, :pass, :now,
                          :limit, :extra, :closes, :grace, :window, :pause, :deadline)
                        on conflict (client_id, person_id, quiz) where submitted_at is null do nothing""")
                .setParameter("client", client)
                .setParameter("id", id)
                .setParameter("person", person)
                .setParameter("kind", sitting.kind().name())
                .setParameter("quiz", sitting.quiz())
                .setParameter("version", sitting.version().hash())
                .setParameter("seed", sitting.seed())
                .setParameter("paper", Json.of(sitting.paper()))
                .setParameter("examination", terms.examination())
                .setParameter("pass", terms.pass())
                .setParameter("now", now)
                .setParameter("limit", seconds(terms.limit()))
                .setParameter("extra", Math.toIntExact(extra.toSeconds()))
                .setParameter("closes", instant(terms.closesAt()))
                .setParameter("grace", Math.toIntExact(Terms.GRACE.toSeconds()))
                .setParameter("window", Math.toIntExact(terms.lateWindow().toSeconds()))
                .setParameter("pause", Math.toIntExact(terms.mayPause().toSeconds()))
                .setParameter("deadline", instant(rules.deadline()))
                .executeUpdate();
        return made == 1 ? id : openAttempt(person, sitting.quiz()).orElseThrow();
    }

    private static TypedParameterValue<Integer> seconds(Optional<Duration> duration) {
        return new TypedParameterValue<>(
                StandardBasicTypes.INTEGER,
                duration.map(d -> Math.toIntExact(d.toSeconds())).orElse(null));
    }

    private static TypedParameterValue<Instant> instant(Optional<Instant> at) {
        return new TypedParameterValue<>(StandardBasicTypes.INSTANT, at.orElse(null));
    }

    private void keepVersions(Sitting sitting) {
        Map<String, Question> byId = new HashMap<>();
        sitting.questions().forEach(q -> byId.put(q.version().hash(), q));
        List<ContentVersions.Use> uses = new ArrayList<>();
        uses.add(new ContentVersions.Use(
                sitting.kind() == Attempt.Kind.QUIZ ? "quiz" : "sitting", sitting.quiz(), sitting.version()));
        for (Paper.Drawn drawn : sitting.paper().questions()) {
            Question question = Optional.ofNullable(byId.get(drawn.version())).orElseThrow();
            uses.add(new ContentVersions.Use("question", drawn.quiz() + "/" + drawn.question(), question.version()));
        }
        versions.use(uses);
    }

    private Optional<UUID> openAttempt(UUID person, String quiz) {
        return find("person = ?1 and quiz = ?2 and submittedAt is null", person, quiz)
                .firstResultOptional()
                .map(Attempt::id);
    }

    /** The latest attempts of the person at the quiz that have ended, the last one first. */
    List<Attempt> ended(UUID person, String quiz, int most) {
        return find("person = ?1 and quiz = ?2 and submittedAt is not null", Sort.descending("startedAt"), person, quiz)
                .page(0, most)
                .list();
    }

    /** A person's own attempt; somebody else's is not found. */
    Optional<Attempt> own(UUID id, UUID person) {
        return find("id = ?1 and person = ?2", id, person).firstResultOptional();
    }

    /** The attempt as it is now, and as it stays until this transaction ends. */
    Attempt locked(UUID id) {
        Attempt attempt = findById(id);
        entities.refresh(attempt, LockModeType.PESSIMISTIC_WRITE);
        return attempt;
    }

    /** The questions as they were drawn: from the library while it still has those versions, else from the database. */
    Frozen frozen(Attempt attempt) {
        Paper paper = Json.paper(attempt.paper(), attempt.quiz());
        Map<String, Question> current = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Paper.Drawn drawn : paper.questions()) {
            library.catalogue()
                    .quiz(drawn.quiz())
                    .flatMap(q -> q.question(drawn.question()))
                    .filter(q -> q.version().hash().equals(drawn.version()))
                    .ifPresentOrElse(q -> current.put(drawn.version(), q), () -> missing.add(drawn.version()));
        }
        if (!missing.isEmpty()) {
            current.putAll(versions.questions(missing));
        }
        List<Question> questions = paper.questions().stream()
                .map(d -> Optional.ofNullable(current.get(d.version())).orElseThrow())
                .toList();
        return new Frozen(paper, questions);
    }

    /** Appends an answer, with the language of the page it was given on; the same event again changes nothing. */
    void answer(UUID client, UUID attempt, AnswerEvent event, Lang language) {
        answer(client, attempt, event, language, false);
    }

    /**
     * Appends an answer; the same event again changes nothing. With {@code last} its sequence is made higher than those of all
     * answers to the question that are here. Answers since when the attempt's clock stands, if it does.
     *
     * <p>The attempt is locked first, as marking does: an answer is either there when it is marked, or it knows that it was and has
     * come later. So what an attempt was marked with, and what the record says of it, never changes by an answer under way.
     */
    Optional<Instant> answer(UUID client, UUID attempt, AnswerEvent event, Lang language, boolean last) {
        return entities.unwrap(Session.class).doReturningWork(c -> {
            try (PreparedStatement statement = c.prepareStatement(ANSWER)) {
                statement.setObject(1, client);
                statement.setObject(2, event.id());
                statement.setObject(3, attempt);
                statement.setString(4, event.question());
                statement.setLong(5, event.sequence());
                statement.setString(6, Json.of(event.answer()));
                statement.setObject(7, event.answeredAt().atOffset(ZoneOffset.UTC));
                statement.setObject(8, event.receivedAt().atOffset(ZoneOffset.UTC));
                statement.setString(9, language.code());
                statement.setBoolean(10, last);
                try (ResultSet standing = statement.executeQuery()) {
                    return standing.next()
                            ? Optional.of(
                                    standing.getObject(1, OffsetDateTime.class).toInstant())
                            : Optional.empty();
                }
            }
        });
    }

    /** When answers to the attempt count. */
    AttemptRules rules(UUID client, Attempt attempt) {
        return attempt.rules(attempt.mayPause() ? pauses(client, attempt.id()) : List.of());
    }

    /** When the attempt's clock stood still. */
    List<Pause> pauses(UUID client, UUID attempt) {
        List<Pause.Event> events = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select id, stopped, at from attempt_pause where client_id = ?1 and attempt_id = ?2",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .getResultList()) {
            Object[] r = (Object[]) row;
            events.add(new Pause.Event((UUID) r[0], (Boolean) r[1], (Instant) r[2]));
        }
        return Pause.of(events);
    }

    /** Every answer of an attempt that ever reached us, late ones too. */
    List<AnswerEvent> events(UUID client, UUID attempt) {
        List<AnswerEvent> events = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select id, question, sequence, answer, answered_at, received_at from answer_event where client_id = ?1 and attempt_id = ?2",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .getResultList()) {
            Object[] r = (Object[]) row;
            events.add(new AnswerEvent(
                    (UUID) r[0],
                    (String) r[1],
                    ((Number) r[2]).longValue(),
                    Json.answer((String) r[3]),
                    (Instant) r[4],
                    (Instant) r[5]));
        }
        return events;
    }

    /** What stands answered of what counts by the attempt's rules. */
    AttemptState state(UUID client, Attempt attempt) {
        return AttemptState.of(events(client, attempt.id()), rules(client, attempt));
    }
}
