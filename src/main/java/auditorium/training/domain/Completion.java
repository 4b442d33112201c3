package auditorium.training.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A course that somebody has completed: every lesson of it that is meant for them, mastered. {@code until} is the earliest end that one
 * of the lessons' own sources gave.
 */
public record Completion(List<Passed> lessons, Optional<LocalDate> until) {

    /** A lesson that was mastered, in which version and when; {@code until} is an end that its source gave. */
    public record Passed(String lesson, String version, Instant at, Optional<LocalDate> until) {}

    /**
     * The completion, if there is one that is new.
     *
     * @param meant the lessons of the course that are meant for the person; a course without any can't be completed
     * @param passed the latest mastering of each lesson
     * @param before when the latest certificate was issued, revoked or not: all lessons must have been mastered anew since
     */
    public static Optional<Completion> of(
            Collection<String> meant, Map<String, Passed> passed, Optional<Instant> before) {
        if (meant.isEmpty() || !passed.keySet().containsAll(meant)) {
            return Optional.empty();
        }
        List<Passed> lessons = meant.stream()
                .distinct()
                .map(passed::get)
                .sorted(Comparator.comparing(Passed::lesson))
                .toList();
        boolean anew = before.map(b -> lessons.stream().allMatch(p -> p.at().isAfter(b)))
                .orElse(true);
        return anew
                ? Optional.of(new Completion(
                        lessons,
                        lessons.stream().flatMap(p -> p.until().stream()).min(Comparator.naturalOrder())))
                : Optional.empty();
    }

    /** The last day on which a certificate issued on that day holds: so many months later, or earlier where a lesson's own end says so. */
    public Optional<LocalDate> validUntil(LocalDate issuedOn, Optional<Integer> months) {
        Optional<LocalDate> own = months.map(m -> issuedOn.plusMonths(m).minusDays(1));
        return own.isPresent() && until.isPresent()
                ? Optional.of(own.get().isBefore(until.get()) ? own.get() : until.get())
                : own.or(() -> until);
    }
}
