package auditorium.quizzes;

import auditorium.clients.Person;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import auditorium.quizzes.domain.Score;
import auditorium.records.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The attempts of the current client: a frozen paper, appended answers, one submission. */
@ApplicationScoped
public class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    private final EntityManager entities;
    private final Library library;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Event<LessonPassed> lessonPassed;
    private final SecureRandom random = new SecureRandom();

    Attempts(
            EntityManager entities,
            Library library,
            ContentVersions versions,
            Ledger ledger,
            Event<LessonPassed> lessonPassed) {
        this.entities = entities;
        this.library = library;
        this.versions = versions;
        this.ledger = ledger;
        this.lessonPassed = lessonPassed;
    }

    /** The questions of an attempt as they were drawn, in their order. */
    record Frozen(Paper paper, List<Question> questions) {
        Optional<Question> question(String id) {
            return questions.stream().filter(q -> q.id().equals(id)).findFirst();
        }
    }

    /** The open attempt of the person at the quiz, or a new one with a paper of its own. Two taps make one attempt. */
    UUID start(UUID client, UUID person, Quiz quiz, Instant now) {
        Optional<UUID> open = openAttempt(person, quiz.id());
        if (open.isPresent()) {
            return open.get();
        }
        long seed = random.nextLong();
        Paper paper = PaperDraw.draw(withoutEssays(quiz), seed);
        List<ContentVersions.Use> uses = new ArrayList<>();
        uses.add(new ContentVersions.Use("quiz", quiz.id(), quiz.version()));
        for (Paper.Drawn drawn : paper.questions()) {
            quiz.question(drawn.question())
                    .ifPresent(
                            q -> uses.add(new ContentVersions.Use("question", quiz.id() + "/" + q.id(), q.version())));
        }
        versions.use(uses);
        UUID id = Ids.next();
        int made = entities.createNativeQuery("""
                        insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        on conflict (client_id, person_id, quiz) where submitted_at is null do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person)
                .setParameter(4, quiz.id())
                .setParameter(5, quiz.version().hash())
                .setParameter(6, seed)
                .setParameter(7, Json.of(paper))
                .setParameter(8, now)
                .executeUpdate();
        return made == 1 ? id : openAttempt(person, quiz.id()).orElseThrow();
    }

    /** Nobody can mark an essay here yet, and what nobody marks must not lower a score: essays are for the printed paper. */
    private static Quiz withoutEssays(Quiz quiz) {
        List<Question> drawn = quiz.questions().stream()
                .filter(q -> !(q.form() instanceof Form.Essay))
                .toList();
        return new Quiz(
                quiz.id(),
                quiz.title(),
                quiz.lesson(),
                quiz.pass(),
                Math.min(quiz.draw(), drawn.size()),
                drawn,
                quiz.version());
    }

    private Optional<UUID> openAttempt(UUID person, String quiz) {
        return find("person = ?1 and quiz = ?2 and submittedAt is null", person, quiz)
                .firstResultOptional()
                .map(Attempt::id);
    }

    /** A person's own attempt; somebody else's is not found. */
    Optional<Attempt> own(UUID id, UUID person) {
        return find("id = ?1 and person = ?2", id, person).firstResultOptional();
    }

    /** The questions as they were drawn: from the library while it still has those versions, else from the database. */
    Frozen frozen(Attempt attempt) {
        Paper paper = Json.paper(attempt.paper());
        Optional<Quiz> quiz = library.catalogue().quiz(attempt.quiz());
        Map<String, Question> current = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Paper.Drawn drawn : paper.questions()) {
            quiz.flatMap(q -> q.question(drawn.question()))
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

    /** Appends an answer; the same event again changes nothing. */
    void answer(UUID client, UUID attempt, AnswerEvent event) {
        entities.createNativeQuery("""
                        insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, event.id())
                .setParameter(3, attempt)
                .setParameter(4, event.question())
                .setParameter(5, event.sequence())
                .setParameter(6, Json.of(event.answer()))
                .setParameter(7, event.answeredAt())
                .setParameter(8, event.receivedAt())
                .executeUpdate();
    }

    /** What stands answered; after the submission, what stood then. */
    AttemptState state(UUID client, Attempt attempt) {
        List<AnswerEvent> events = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select id, question, sequence, answer, answered_at, received_at from answer_event where client_id = ?1 and attempt_id = ?2",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt.id())
                .getResultList()) {
            Object[] r = (Object[]) row;
            AnswerEvent event = new AnswerEvent(
                    (UUID) r[0],
                    (String) r[1],
                    ((Number) r[2]).longValue(),
                    Json.answer((String) r[3]),
                    (Instant) r[4],
                    (Instant) r[5]);
            if (attempt.submittedAt().map(s -> !event.receivedAt().isAfter(s)).orElse(true)) {
                events.add(event);
            }
        }
        return AttemptState.of(events);
    }

    /** The score of what stands answered. */
    static Score score(Frozen frozen, AttemptState state) {
        return Score.of(frozen.questions(), state.answers(), Map.of());
    }

    /**
     * Marks the attempt and keeps what the person has shown to know. Submitting again changes nothing. {@code experiences} are the
     * options chosen at experience questions: they are kept without the person.
     */
    void submit(UUID client, Person person, UUID id, Map<String, Set<String>> experiences, Instant now) {
        Attempt attempt = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (attempt.submittedAt().isPresent()) {
            return;
        }
        Frozen frozen = frozen(attempt);
        Score score = score(frozen, state(client, attempt));
        int pass = library.catalogue().quiz(attempt.quiz()).map(Quiz::pass).orElse(80);
        boolean passed = score.passed(pass) && score.possible() > 0;
        attempt.submit(score, passed, now);
        entities.flush();
        ledger.append(QuizWitnesses.ATTEMPT, id);
        keepMastery(client, person.id(), score, now);
        library.catalogue()
                .quiz(attempt.quiz())
                .filter(q -> passed)
                .flatMap(q -> library.catalogue().lesson(q.lesson()))
                .ifPresent(
                        lesson -> lessonPassed.fire(new LessonPassed(person.id(), lesson, id, score.percent(), now)));
        for (Question question : frozen.questions()) {
            if (question.form() instanceof Form.Experience experience) {
                Set<String> chosen = experiences.getOrDefault(question.id(), Set.of());
                experience.options().stream()
                        .filter(o -> chosen.contains(o.id()))
                        .forEach(o -> keepExperience(client, person, attempt.quiz(), question, o, now));
            }
        }
    }

    /** The latest attempt says what a person knows of a requirement. Rows are written in the order of keys, so none waits in a ring. */
    private void keepMastery(UUID client, UUID person, Score score, Instant now) {
        TreeMap<String, Mark> marks = new TreeMap<>(score.requirements());
        marks.values().removeIf(m -> m.possible() == 0);
        if (marks.isEmpty()) {
            return;
        }
        StringBuilder rows = new StringBuilder();
        marks.forEach((key, mark) -> rows.append(rows.isEmpty() ? "" : ", ").append("(?, ?, ?, ?, ?, ?)"));
        var insert = entities.createNativeQuery(
                "insert into mastery (client_id, person_id, requirement, earned, possible, updated_at) values "
                        + rows
                        + " on conflict (client_id, person_id, requirement) do update set earned = excluded.earned, possible = excluded.possible, updated_at = excluded.updated_at");
        int place = 1;
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            insert.setParameter(place++, client);
            insert.setParameter(place++, person);
            insert.setParameter(place++, entry.getKey());
            insert.setParameter(place++, entry.getValue().earned());
            insert.setParameter(place++, entry.getValue().possible());
            insert.setParameter(place++, now);
        }
        insert.executeUpdate();
    }

    private void keepExperience(
            UUID client, Person person, String quiz, Question question, Form.Experience.Seen option, Instant now) {
        LocalDate month = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        entities.createNativeQuery("""
                        insert into experience_answer (client_id, id, department_id, month, quiz, question, version, option, signal)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""")
                .setParameter(1, client)
                .setParameter(2, UUID.randomUUID()) // random, not by time: rows must not line up with attempts
                .setParameter(3, person.department().id())
                .setParameter(4, month)
                .setParameter(5, quiz)
                .setParameter(6, question.id())
                .setParameter(7, question.version().hash())
                .setParameter(8, option.id())
                .setParameter(9, option.signal())
                .executeUpdate();
    }
}
