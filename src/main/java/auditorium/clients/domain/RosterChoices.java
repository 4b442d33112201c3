package auditorium.clients.domain;

import auditorium.library.content.DepartmentKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a person has decided about a list: what each unknown department is (by its key), and on which day those left who are missing
 * from a list of everybody.
 */
public record RosterChoices(Map<String, Choice> departments, Optional<LocalDate> missingLeftOn) {

    public RosterChoices {
        departments = Map.copyOf(departments);
    }

    /** A new department of a kind, or one that is there under another name. */
    public sealed interface Choice {
        record New(DepartmentKind kind) implements Choice {}

        record Known(UUID department) implements Choice {}

        /** {@code PRD}, or a department's id; empty when it is neither. */
        static Optional<Choice> of(String written) {
            for (DepartmentKind kind : DepartmentKind.values()) {
                if (kind.name().equals(written)) {
                    return Optional.of(new New(kind));
                }
            }
            try {
                return Optional.of(new Known(UUID.fromString(written)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        default String written() {
            return switch (this) {
                case New(DepartmentKind kind) -> kind.name();
                case Known(UUID department) -> department.toString();
            };
        }
    }

    /** For keeping: one a line, the choice before the key. */
    public String written() {
        String lines = departments.entrySet().stream()
                .map(e -> e.getValue().written() + " " + e.getKey())
                .sorted()
                .collect(Collectors.joining("\n"));
        return missingLeftOn.map(on -> "missing " + on + "\n").orElse("") + lines;
    }

    /** What {@link #written} wrote. */
    public static RosterChoices read(String written) {
        Map<String, Choice> departments = new HashMap<>();
        Optional<LocalDate> missing = Optional.empty();
        for (String line : written.split("\n", -1)) {
            int blank = line.indexOf(' ');
            if (line.startsWith("missing ")) {
                missing = date(line.substring(blank + 1));
            } else if (blank > 0) {
                Choice.of(line.substring(0, blank)).ifPresent(c -> departments.put(line.substring(blank + 1), c));
            }
        }
        return new RosterChoices(departments, missing);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
