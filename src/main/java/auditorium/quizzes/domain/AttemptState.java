package auditorium.quizzes.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * What an attempt's events come to: the event that stands for each question, by question id. It is the same whatever order the
 * events came in and however often.
 */
public record AttemptState(Map<String, AnswerEvent> standing) {

    /** Ids as PostgreSQL and a phone compare them, which is not how {@link UUID#compareTo} does. */
    private static final Comparator<AnswerEvent> LATER = comparingLong(AnswerEvent::sequence)
            .thenComparing(event -> event.id().toString());

    /** Of events with one id, the first that was received is the event; the rest only makes the order total. */
    private static final Comparator<AnswerEvent> FIRST_RECEIVED = comparing(AnswerEvent::receivedAt)
            .thenComparingLong(AnswerEvent::sequence)
            .thenComparing(AnswerEvent::question)
            .thenComparing(AnswerEvent::answeredAt)
            .thenComparing(event -> event.answer().toString());

    public AttemptState {
        standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    }

    /** Of a question's events the one with the highest sequence stands; of equal sequences, the one with the higher id. */
    public static AttemptState of(Collection<AnswerEvent> events) {
        return of(events, event -> true);
    }

    /** The same of the events that count by the rules. One that came too late never displaces one that counts. */
    public static AttemptState of(Collection<AnswerEvent> events, AttemptRules rules) {
        return of(events, event -> rules.timeliness(event).counts());
    }

    private static AttemptState of(Collection<AnswerEvent> events, Predicate<AnswerEvent> counts) {
        Map<UUID, AnswerEvent> once = new HashMap<>();
        events.forEach(event -> once.merge(event.id(), event, BinaryOperator.minBy(FIRST_RECEIVED)));
        Map<String, AnswerEvent> standing = new TreeMap<>();
        once.values().stream()
                .filter(counts)
                .forEach(event -> standing.merge(event.question(), event, BinaryOperator.maxBy(LATER)));
        return new AttemptState(standing);
    }

    /** What stands for each answered question, by question id; one whose answer was taken back has none. */
    public Map<String, Answer> answers() {
        Map<String, Answer> answers = new TreeMap<>();
        standing.forEach((question, event) -> answers.put(question, event.answer()));
        answers.values().removeIf(Answer.Nothing.class::isInstance);
        return Collections.unmodifiableMap(answers);
    }
}
