package auditorium.quizzes;

import auditorium.library.Library;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ends, marks and settles attempts. Whoever ends one first has ended it: the person, the page's own timer or the job; all of them
 * lock the attempt's row. Every marking is kept with its cause.
 */
@ApplicationScoped
class Results {

    /** Why an attempt was marked. */
    enum Cause {
        /** Time was up; answers may still arrive that were given in time. */
        TIME_UP,
        HANDED_IN,
        /** After everything had arrived that could count. */
        FINAL,
        /** A person marked an essay. */
        JUDGED,
        /** The key was corrected. */
        REGRADED
    }

    private final EntityManager entities;
    private final Attempts attempts;
    private final Library library;
    private final MarkedQuestions marked;
    private final Experiences experiences;
    private final Ledger ledger;
    private final Event<LessonPassed> lessonPassed;
    private final Event<AttemptSettled> settled;

    Results(
            EntityManager entities,
            Attempts attempts,
            Library library,
            MarkedQuestions marked,
            Experiences experiences,
            Ledger ledger,
            Event<LessonPassed> lessonPassed,
            Event<AttemptSettled> settled) {
        this.entities = entities;
        this.attempts = attempts;
        this.library = library;
        this.marked = marked;
        this.experiences = experiences;
        this.ledger = ledger;
        this.lessonPassed = lessonPassed;
        this.settled = settled;
    }

    /**
     * The person hands in, or wants to see what was right after time was up: the score is final. Doing it again changes nothing.
     * {@code experiences} are the options chosen at experience questions: they are kept without the person.
     */
    void handIn(UUID client, UUID id, Map<String, Set<String>> experiences, Instant now) {
        Attempt attempt = locked(id);
        if (attempt.finalAt().isPresent()) {
            return;
        }
        AttemptRules rules = attempts.rules(client, attempt);
        boolean over = rules.over(now);
        Outcome outcome = outcome(client, attempt, rules.settled(now));
        Cause cause = attempt.submittedAt().isPresent() ? Cause.FINAL : over ? Cause.TIME_UP : Cause.HANDED_IN;
        if (attempt.submittedAt().isEmpty()) {
            attempt.end(
                    over ? Attempt.End.TIME : Attempt.End.PERSON,
                    over ? rules.deadline().orElse(now) : now,
                    outcome.score());
        }
        settle(client, attempt, outcome, cause, now);
        this.experiences.keep(client, attempt, outcome.frozen(), experiences);
    }

    /**
     * Time is up: the attempt is marked with what has arrived, and settled if nothing more can count. Before that, and after
     * somebody else has done it, nothing happens.
     */
    void close(UUID client, UUID id, Instant now) {
        Attempt attempt = locked(id);
        AttemptRules rules = attempts.rules(client, attempt);
        if (attempt.finalAt().isPresent()
                || rules.closableAfter().filter(now::isAfter).isEmpty()) {
            return;
        }
        boolean open = attempt.submittedAt().isEmpty();
        boolean last = rules.finalAfter().filter(now::isAfter).isPresent();
        if (!open && !last) {
            return;
        }
        Outcome outcome = outcome(client, attempt, last ? rules.settled(now) : rules);
        if (open) {
            attempt.end(Attempt.End.TIME, rules.deadline().orElse(now), outcome.score());
        }
        Cause cause = open ? Cause.TIME_UP : Cause.FINAL;
        if (last) {
            settle(client, attempt, outcome, cause, now);
        } else {
            keepMarking(client, attempt, outcome.score(), cause, now);
        }
    }

    /** The attempt as it is now, and as it stays until this transaction ends. */
    private Attempt locked(UUID id) {
        Attempt attempt = attempts.findById(id);
        entities.refresh(attempt, LockModeType.PESSIMISTIC_WRITE);
        return attempt;
    }

    /** What an attempt came to, with what that rests on. */
    private record Outcome(Attempts.Frozen frozen, AttemptState state, Score score) {}

    private Outcome outcome(UUID client, Attempt attempt, AttemptRules rules) {
        Attempts.Frozen frozen = attempts.frozen(attempt);
        AttemptState state = AttemptState.of(attempts.events(client, attempt.id()), rules);
        return new Outcome(frozen, state, score(frozen, state));
    }

    /** The score is final from now on, and with it what the person has shown to know. */
    private void settle(UUID client, Attempt attempt, Outcome outcome, Cause cause, Instant now) {
        Score score = outcome.score();
        attempt.settle(now, score);
        if (attempt.kind() == Attempt.Kind.QUIZ) { // a mock audit is no evidence of anybody: it stays with the person
            ledger.append(QuizWitnesses.ATTEMPT, attempt.id());
        }
        keepMarking(client, attempt, score, cause, now);
        marked.keep(client, attempt, outcome.frozen(), outcome.state(), score);
        Instant at = attempt.submittedAt().orElse(now);
        keepMastery(client, attempt.person(), score, at);
        if (attempt.passed()) {
            library.catalogue()
                    .quiz(attempt.quiz())
                    .flatMap(q -> library.catalogue().lesson(q.lesson()))
                    .ifPresent(lesson -> lessonPassed.fire(
                            new LessonPassed(attempt.person(), lesson, attempt.id(), score.percent(), at)));
        }
        settled.fire(new AttemptSettled(
                client, attempt.id(), attempt.person(), attempt.kind(), attempt.quiz(), attempt.passed(), score, at));
    }

    /** What an attempt was marked with stays, whatever it is marked with later. */
    private void keepMarking(UUID client, Attempt attempt, Score score, Cause cause, Instant now) {
        entities.createNativeQuery("""
                        insert into attempt_marking (client_id, id, attempt_id, cause, earned, possible, passed, marked_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, client)
                .setParameter(2, Ids.next())
                .setParameter(3, attempt.id())
                .setParameter(4, cause.name())
                .setParameter(5, score.earned())
                .setParameter(6, score.possible())
                .setParameter(7, attempt.passed())
                .setParameter(8, now)
                .executeUpdate();
    }

    /** The score of what stands answered. Marks given by people belong in the last argument; nobody gives any yet. */
    static Score score(Attempts.Frozen frozen, AttemptState state) {
        return Score.of(frozen.questions(), state.answers(), Map.of());
    }

    /**
     * The attempt that ended last says what a person knows of a requirement. Rows are written in the order of keys, so none waits
     * in a ring.
     */
    private void keepMastery(UUID client, UUID person, Score score, Instant at) {
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
                        + " on conflict (client_id, person_id, requirement) do update set earned = excluded.earned, possible = excluded.possible, updated_at = excluded.updated_at where mastery.updated_at <= excluded.updated_at");
        int place = 1;
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            insert.setParameter(place++, client);
            insert.setParameter(place++, person);
            insert.setParameter(place++, entry.getKey());
            insert.setParameter(place++, entry.getValue().earned());
            insert.setParameter(place++, entry.getValue().possible());
            insert.setParameter(place++, at);
        }
        insert.executeUpdate();
    }
}
