package auditorium.improvement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares a plan that came back as a spreadsheet with the plan that there is, row by row. A row that is missing changes nothing. What
 * a finding says stands in each of its rows: those that differ from what there is count, and they must not contradict each other.
 */
public final class CapCheck {

    /** A root cause has at most so many whys before it. */
    public static final int WHYS = 5;

    private final Map<String, CapRow> current = new HashMap<>();
    private final Predicate<String> people;
    private final Predicate<String> causes;
    private final Predicate<String> toDo;
    private final LocalDate today;

    /**
     * {@code people} and {@code causes} know the numbers of people who work here and the ids of causes, {@code toDo} the keys of tasks that
     * are still to be done: of others neither owner nor day can be changed.
     */
    public CapCheck(
            List<CapRow> current,
            Predicate<String> people,
            Predicate<String> causes,
            Predicate<String> toDo,
            LocalDate today) {
        current.forEach(r -> this.current.put(r.key(), r));
        this.toDo = toDo;
        this.people = people;
        this.causes = causes;
        this.today = today;
    }

    /** What can be changed. */
    public enum Field {
        CONTAINMENT,
        CAUSE,
        WHYS,
        OWNER,
        DUE
    }

    /** Why a row can't be taken. */
    public enum Problem {
        UNKNOWN_ROW,
        TWICE,
        NO_DAY,
        PAST,
        UNKNOWN_PERSON,
        UNKNOWN_CAUSE,
        NOT_OPEN,
        TOO_MANY_WHYS,
        CONTRADICTION
    }

    /** One value that is another. */
    public record Difference(Field field, String from, String to) {}

    /** A row with what it changes, or why it can't be taken. */
    public record Checked(CapRow row, List<Difference> differences, Optional<Problem> problem) {}

    /** Every row of the sheet, in its order. */
    public List<Checked> check(List<CapRow> sheet) {
        Set<String> seen = new HashSet<>();
        Map<String, CapRow> changed = new HashMap<>();
        List<Checked> all = new ArrayList<>();
        for (CapRow row : sheet) {
            CapRow now = current.get(row.key());
            if (now == null) {
                all.add(new Checked(row, List.of(), Optional.of(Problem.UNKNOWN_ROW)));
                continue;
            }
            if (!seen.add(row.key())) {
                all.add(new Checked(row, List.of(), Optional.of(Problem.TWICE)));
                continue;
            }
            List<Difference> differences = differences(now, row);
            Optional<Problem> problem = problem(now, row);
            if (problem.isEmpty() && !row.sameWords(now)) {
                CapRow other = changed.putIfAbsent(now.finding(), row);
                if (other != null && !other.sameWords(row)) {
                    problem = Optional.of(Problem.CONTRADICTION);
                }
            }
            all.add(new Checked(row, differences, problem));
        }
        return all;
    }

    private Optional<Problem> problem(CapRow now, CapRow row) {
        if (!row.cause().isEmpty() && !row.cause().equals(now.cause()) && !causes.test(row.cause())) {
            return Optional.of(Problem.UNKNOWN_CAUSE);
        }
        if (row.lines().size() > WHYS) {
            return Optional.of(Problem.TOO_MANY_WHYS);
        }
        if (now.due().isEmpty()) {
            return Optional.empty(); // a finding without a task has neither owner nor day
        }
        if (!row.owner().equals(now.owner()) && !people.test(row.owner())) {
            return Optional.of(Problem.UNKNOWN_PERSON);
        }
        Optional<LocalDate> day = CapRow.day(row.due());
        if (day.isEmpty()) {
            return Optional.of(Problem.NO_DAY);
        }
        boolean moved = !day.equals(CapRow.day(now.due()));
        if (moved && day.get().isBefore(today)) {
            return Optional.of(Problem.PAST);
        }
        return (moved || !row.owner().equals(now.owner())) && !toDo.test(row.key())
                ? Optional.of(Problem.NOT_OPEN)
                : Optional.empty();
    }

    private static List<Difference> differences(CapRow now, CapRow row) {
        List<Difference> all = new ArrayList<>();
        add(all, Field.CONTAINMENT, now.containment(), row.containment());
        add(all, Field.CAUSE, now.cause(), row.cause());
        if (!now.lines().equals(row.lines())) {
            all.add(new Difference(Field.WHYS, String.join(" › ", now.lines()), String.join(" › ", row.lines())));
        }
        if (!now.due().isEmpty()) {
            add(all, Field.OWNER, now.owner(), row.owner());
            if (!CapRow.day(now.due()).equals(CapRow.day(row.due()))) {
                all.add(new Difference(Field.DUE, now.due(), row.due()));
            }
        }
        return all;
    }

    private static void add(List<Difference> all, Field field, String from, String to) {
        if (!from.equals(to)) {
            all.add(new Difference(field, from, to));
        }
    }
}
