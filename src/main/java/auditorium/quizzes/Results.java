package auditorium.quizzes;

import auditorium.library.Library;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private final Masteries masteries;
    private final Essays queue;
    private final EssayReport essays;
    private final Experiences experiences;
    private final Ledger ledger;
    private final Event<LessonPassed> lessonPassed;
    private final Event<AttemptSettled> settled;

    Results(
            EntityManager entities,
            Attempts attempts,
            Library library,
            MarkedQuestions marked,
            Masteries masteries,
            Essays queue,
            EssayReport essays,
            Experiences experiences,
            Ledger ledger,
            Event<LessonPassed> lessonPassed,
            Event<AttemptSettled> settled) {
        this.entities = entities;
        this.attempts = attempts;
        this.library = library;
        this.marked = marked;
        this.masteries = masteries;
        this.queue = queue;
        this.essays = essays;
        this.experiences = experiences;
        this.ledger = ledger;
        this.lessonPassed = lessonPassed;
        this.settled = settled;
    }

    /**
     * The person hands in, or wants to see what was right after time was up: the score is final. Doing it again changes nothing.
     * {@code experiences} are the options chosen at experience questions: they are kept without the person.
     */
    void handIn(UUID client, UUID id, Map<String, Set<String>> experiences, Instant asked) {
        Attempt attempt = attempts.locked(id);
        if (!attempt.takesAnswers()) {
            return;
        }
        AttemptRules rules = attempts.rules(client, attempt);
        List<AnswerEvent> events = attempts.events(client, id);
        Instant now = notBefore(events, asked);
        boolean over = rules.over(asked);
        Outcome outcome = outcome(client, attempt, events, rules.settled(now));
        Cause cause = attempt.submittedAt().isPresent() ? Cause.FINAL : over ? Cause.TIME_UP : Cause.HANDED_IN;
        if (attempt.submittedAt().isEmpty()) {
            attempt.end(
                    over ? Attempt.End.TIME : Attempt.End.PERSON,
                    over ? rules.deadline().orElse(now) : now,
                    outcome.score());
        }
        conclude(client, attempt, outcome, cause, now);
        this.experiences.keep(client, attempt, outcome.frozen(), experiences);
    }

    /**
     * Time is up: the attempt is marked with what has arrived, and settled if nothing more can count. Before that, and after
     * somebody else has done it, nothing happens.
     */
    void close(UUID client, UUID id, Instant looked) {
        Attempt attempt = attempts.locked(id);
        AttemptRules rules = attempts.rules(client, attempt);
        if (!attempt.takesAnswers()
                || rules.closableAfter().filter(looked::isAfter).isEmpty()) {
            return;
        }
        boolean open = attempt.submittedAt().isEmpty();
        boolean last = rules.finalAfter().filter(looked::isAfter).isPresent();
        if (!open && !last) {
            return;
        }
        List<AnswerEvent> events = attempts.events(client, id);
        Instant now = notBefore(events, looked);
        Outcome outcome = outcome(client, attempt, events, last ? rules.settled(now) : rules);
        if (open) {
            attempt.end(Attempt.End.TIME, rules.deadline().orElse(now), outcome.score());
        }
        Cause cause = open ? Cause.TIME_UP : Cause.FINAL;
        if (last) {
            conclude(client, attempt, outcome, cause, now);
        } else {
            keepMarking(client, attempt, cause, now);
        }
    }

    /** What an attempt came to, with what that rests on. */
    private record Outcome(Attempts.Frozen frozen, AttemptState state, Score score) {}

    /** What has arrived has arrived before this, also when our clock was put back meanwhile. */
    private static Instant notBefore(List<AnswerEvent> events, Instant now) {
        return events.stream()
                .map(AnswerEvent::receivedAt)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private Outcome outcome(UUID client, Attempt attempt, List<AnswerEvent> events, AttemptRules rules) {
        Attempts.Frozen frozen = attempts.frozen(attempt);
        AttemptState state = AttemptState.of(events, rules);
        return new Outcome(frozen, state, score(frozen, state, judged(client, attempt)));
    }

    /** What people gave for what was written in the attempt, by question. */
    private Map<String, Mark> judged(UUID client, Attempt attempt) {
        return attempt.waitingSince().isPresent() ? marks(essays.holding(client, attempt.id())) : Map.of();
    }

    static Map<String, Mark> marks(Map<String, EssayReport.Marking> markings) {
        return markings.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> e.getValue().mark()));
    }

    /** Nothing that arrives counts any more: the attempt is settled, or waits until a person has marked what was written. */
    private void conclude(UUID client, Attempt attempt, Outcome outcome, Cause cause, Instant now) {
        if (outcome.score().pending().isEmpty()) {
            settle(client, attempt, outcome, cause, now);
            return;
        }
        attempt.waitForMarks(now);
        keepMarking(client, attempt, cause, now);
        queue.queue(
                client,
                attempt,
                outcome.frozen(),
                outcome.state(),
                outcome.score().pending());
    }

    /**
     * Somebody has marked what was written in the attempt, which the caller has locked. When nothing waits any more it is settled; if
     * it was settled before, its score is corrected, and takes no pass.
     */
    void judged(UUID client, Attempt attempt, String question, Mark mark, Instant now) {
        if (attempt.finalAt().isPresent()) {
            correct(client, attempt, question, mark, now);
            return;
        }
        Outcome outcome =
                outcome(client, attempt, attempts.events(client, attempt.id()), attempts.rules(client, attempt));
        if (outcome.score().pending().isEmpty()) {
            settle(client, attempt, outcome, Cause.JUDGED, now);
        }
    }

    private void correct(UUID client, Attempt attempt, String question, Mark mark, Instant now) {
        boolean passed = attempt.passed();
        Mark before = marked.correct(client, attempt.id(), question, mark);
        attempt.correct(new Mark(
                attempt.earned().orElseThrow() - before.earned() + mark.earned(),
                attempt.possible().orElseThrow() - before.possible() + mark.possible()));
        keepMarking(client, attempt, Cause.JUDGED, now);
        masteries.again(client, List.of(attempt.id()));
        ledger.append(QuizWitnesses.ATTEMPT, attempt.id());
        if (attempt.passed() && !passed) {
            tellPassed(
                    attempt,
                    new Mark(attempt.earned().orElseThrow(), attempt.possible().orElseThrow()).percent(),
                    attempt.submittedAt().orElse(now));
        }
    }

    /** The score is final from now on, and with it what the person has shown to know. */
    private void settle(UUID client, Attempt attempt, Outcome outcome, Cause cause, Instant now) {
        Score score = outcome.score();
        attempt.settle(now, score);
        if (attempt.kind() == Attempt.Kind.QUIZ) { // a mock audit is no evidence of anybody: it stays with the person
            ledger.append(QuizWitnesses.ATTEMPT, attempt.id());
        }
        keepMarking(client, attempt, cause, now);
        marked.keep(client, attempt, outcome.frozen(), outcome.state(), score);
        Instant at = attempt.submittedAt().orElse(now);
        masteries.keep(client, attempt.person(), score, at);
        if (attempt.passed()) {
            tellPassed(attempt, score.percent(), at);
        }
        settled.fire(new AttemptSettled(
                client, attempt.id(), attempt.person(), attempt.kind(), attempt.quiz(), attempt.passed(), score, at));
    }

    private void tellPassed(Attempt attempt, int percent, Instant at) {
        library.catalogue()
                .quiz(attempt.quiz())
                .flatMap(q -> library.catalogue().lesson(q.lesson()))
                .ifPresent(lesson ->
                        lessonPassed.fire(new LessonPassed(attempt.person(), lesson, attempt.id(), percent, at)));
    }

    /** What an attempt was marked with stays, whatever it is marked with later. */
    private void keepMarking(UUID client, Attempt attempt, Cause cause, Instant now) {
        entities.createNativeQuery("""
                        insert into attempt_marking (client_id, id, attempt_id, cause, earned, possible, passed, marked_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, client)
                .setParameter(2, Ids.next())
                .setParameter(3, attempt.id())
                .setParameter(4, cause.name())
                .setParameter(5, attempt.earned().orElseThrow())
                .setParameter(6, attempt.possible().orElseThrow())
                .setParameter(7, attempt.passed())
                .setParameter(8, now)
                .executeUpdate();
    }

    /** The score of what stands answered; {@code judged}: marks that people gave, by question. */
    static Score score(Attempts.Frozen frozen, AttemptState state, Map<String, Mark> judged) {
        return Score.of(frozen.questions(), state.answers(), judged);
    }
}
