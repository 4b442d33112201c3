package auditorium.readiness;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.Text;
import auditorium.readiness.domain.Bounds;
import auditorium.readiness.domain.Facts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that readiness of one client rests on, read at once and maintained at write time: never the history. Evidence is by
 * department, requirement and kind: the last day on which it holds, empty for good. Trained is whoever has passed a lesson and need not
 * learn it anew.
 *
 * @param bounds the client's own, or the product's
 */
record ClientFacts(
        List<Dept> departments,
        Map<UUID, Map<String, Facts.Answered>> answers,
        Map<UUID, Map<String, Facts.Answered>> verified,
        Map<UUID, Map<String, Map<String, Optional<LocalDate>>>> evidence,
        Map<UUID, Map<String, List<Open>>> findings,
        Map<UUID, Map<String, Trained>> trained,
        Map<UUID, Map<String, Facts.Mastery>> mastery,
        Facts.Days days,
        Bounds bounds) {

    /** The key of evidence that speaks for the whole factory. */
    static final UUID WHOLE = new UUID(0, 0);

    /** A department with how many people work and lead in it. */
    record Dept(UUID id, DepartmentKind kind, Text name, int people, int leaders) {}

    /** How many people of a department have passed a lesson, and how many of these lead. */
    record Trained(int people, int leaders) {
        Trained minus(Trained gone) {
            return new Trained(Math.max(0, people - gone.people), Math.max(0, leaders - gone.leaders));
        }

        Trained plus(Trained more) {
            return new Trained(people + more.people, leaders + more.leaders);
        }
    }

    /** An open finding, with its task that is due first, if there is one that is not over. */
    record Open(UUID id, Severity grade, Optional<UUID> task) {}

    /** Those who are trained, without those for whom it is over. */
    static Map<UUID, Map<String, Trained>> without(
            Map<UUID, Map<String, Trained>> trained, Map<UUID, Map<String, Trained>> lapsed) {
        Map<UUID, Map<String, Trained>> left = new HashMap<>();
        trained.forEach((department, lessons) -> {
            Map<String, Trained> gone = lapsed.getOrDefault(department, Map.of());
            Map<String, Trained> still = new HashMap<>(lessons);
            still.replaceAll((lesson, all) -> gone.containsKey(lesson) ? all.minus(gone.get(lesson)) : all);
            left.put(department, still);
        });
        return left;
    }

    /** The same seen before an audit on that day. */
    ClientFacts before(LocalDate audit) {
        return new ClientFacts(
                departments,
                answers,
                verified,
                evidence,
                findings,
                trained,
                mastery,
                new Facts.Days(days.today(), audit),
                bounds);
    }

    /** How it will be on that day if nobody does anything: {@code lapsing} are those whose training ends until then. */
    ClientFacts on(LocalDate day, Map<UUID, Map<String, Trained>> lapsing) {
        return new ClientFacts(
                departments,
                answers,
                verified,
                evidence,
                findings,
                without(trained, lapsing),
                mastery,
                new Facts.Days(day, days.audit().isAfter(day) ? days.audit() : day),
                bounds);
    }
}
