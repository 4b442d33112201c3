package auditorium.clients.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares a list with the roster, row by row. People are told apart by their numbers alone: a known number is the same person, and a
 * list that is taken twice changes nothing the second time.
 */
public final class RosterComparison {

    /** Somebody on the roster; {@code department} is its id, {@code mayLeave} is false when whoever imports may not end their access. */
    public record Known(
            UUID id,
            String number,
            String name,
            String department,
            String job,
            LocalDate joinedOn,
            Optional<LocalDate> leftOn,
            boolean leads,
            boolean mayLeave) {}

    /** What a row means for the roster. */
    public enum Action {
        NEW,
        CHANGE,
        SAME,
        LEAVE,
        CAME_BACK,
        /** About somebody who has left already, or has left without ever being on the roster: nothing to do. */
        GONE,
        FAULT
    }

    /** The verdict on one row; {@code known} is empty for somebody new, {@code leftOn} is given for those who leave. */
    public record Verdict(
            RosterLine line,
            Action action,
            Optional<Known> known,
            Optional<LocalDate> leftOn,
            List<RosterRemark> remarks) {}

    private final Map<String, Known> roster = new HashMap<>();
    private final Map<String, Known> withoutZeros = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Optional<LocalDate> joinedByDefault;
    private final LocalDate today;

    /** {@code joinedByDefault} stands in for joining dates that are not given for new people. */
    public RosterComparison(List<Known> known, Optional<LocalDate> joinedByDefault, LocalDate today) {
        known.forEach(k -> roster.put(k.number(), k));
        known.forEach(k -> withoutZeros.put(stripped(k.number()), k));
        this.joinedByDefault = joinedByDefault;
        this.today = today;
    }

    /** {@code department} is what the roster calls the row's department, so that another spelling is no change; see {@link Known}. */
    public Verdict compare(RosterLine line, String department) {
        List<RosterRemark> remarks = new ArrayList<>(line.remarks());
        Long before = line.number().isEmpty() ? null : seen.putIfAbsent(line.number(), line.row());
        if (before != null) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.NUMBER_TWICE, before.toString()));
        }
        Optional<Known> known = Optional.ofNullable(roster.get(line.number()));
        Action action = known.map(k -> known(line, k, department, remarks)).orElseGet(() -> unknown(line, remarks));
        boolean fault = remarks.stream().anyMatch(r -> r.kind().fault());
        Optional<LocalDate> left =
                action == Action.LEAVE ? Optional.of(line.leftOn().orElse(today)) : Optional.empty();
        return new Verdict(line, fault ? Action.FAULT : action, known, left, remarks);
    }

    private Action unknown(RosterLine line, List<RosterRemark> remarks) {
        if (line.leaves()) {
            return Action.GONE;
        }
        Known zeros = withoutZeros.get(stripped(line.number()));
        if (zeros != null && zeros.name().equals(line.name())) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.ZEROS_LOST, zeros.number()));
        }
        if (line.department().isEmpty()) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.DEPARTMENT_MISSING));
        }
        boolean dateAsGiven = line.remarks().stream()
                .noneMatch(r -> r.kind() == RosterRemark.Kind.DATE_UNKNOWN || r.kind() == RosterRemark.Kind.DATE_ODD);
        if (line.joinedOn().isEmpty() && joinedByDefault.isEmpty() && dateAsGiven) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.JOINED_MISSING));
        }
        return Action.NEW;
    }

    private static Action known(RosterLine line, Known known, String department, List<RosterRemark> remarks) {
        boolean otherName = !known.name().equals(line.name()) && !line.name().isEmpty();
        if (known.leftOn().isPresent()) {
            if (line.leaves()) {
                return Action.GONE;
            }
            if (otherName) {
                remarks.add(RosterRemark.of(RosterRemark.Kind.NUMBER_REUSED, known.name()));
            }
            return Action.CAME_BACK;
        }
        if (line.leaves()) {
            if (!known.mayLeave()) {
                remarks.add(RosterRemark.of(RosterRemark.Kind.NOT_YOURS, known.name()));
            }
            return Action.LEAVE;
        }
        if (otherName) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.NAME_CHANGES, known.name()));
        }
        boolean same = !otherName
                && unchanged(department, known.department())
                && unchanged(line.job(), known.job())
                && line.joinedOn().map(known.joinedOn()::equals).orElse(true)
                && line.leads().map(l -> l == known.leads()).orElse(true);
        return same ? Action.SAME : Action.CHANGE;
    }

    /** What is not given changes nothing. */
    private static boolean unchanged(String given, String known) {
        return given.isEmpty() || Objects.equals(given, known);
    }

    private static String stripped(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
