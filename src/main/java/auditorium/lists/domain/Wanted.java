package auditorium.lists.domain;

import auditorium.library.content.DepartmentKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which requirements a list itself names for a line, as an exported list does. A bare {@code X} asks for a new requirement of the
 * client's own, and {@code -} says that the line asks for nothing.
 *
 * @param keys without a repetition, in the order of the cell
 * @param kinds the departments that answer for an own requirement
 * @param place where on the walk it is looked at; blank when that is left open
 */
public record Wanted(List<String> keys, List<DepartmentKind> kinds, String place) {

    public static final Wanted NOTHING_SAID = new Wanted(List.of(), List.of(), "");

    /** The key under which a line asks for nothing. */
    public static final String NOTHING = "-";

    /** Stands for an own requirement that has no number yet. */
    public static final String NEW_OWN = "X";

    private static final int MOST_KEYS = 20;

    public Wanted {
        keys = List.copyOf(keys);
        kinds = List.copyOf(kinds);
    }

    /** What cells say; words that are neither key nor department are passed over. */
    public static Wanted read(String keys, String departments, String place) {
        Set<String> found = new LinkedHashSet<>();
        for (String word : keys.split("[\\s,;，；、]+", -1)) {
            String key = word.toUpperCase(Locale.ROOT);
            if (key.equals(NOTHING) || key.equals(NEW_OWN) || key.matches("[A-Z]{2,3}-[0-9]{2,4}|X-[0-9]{4,5}")) {
                found.add(key);
            }
        }
        Set<DepartmentKind> kinds = new LinkedHashSet<>();
        for (String word : departments.split("[\\n,;，；、/]+", -1)) {
            Arrays.stream(DepartmentKind.values())
                    .filter(k -> k.name().equalsIgnoreCase(word.strip())
                            || k.title().zh().equals(word.strip())
                            || k.title().en().equalsIgnoreCase(word.strip()))
                    .forEach(kinds::add);
        }
        if (found.isEmpty()) {
            return NOTHING_SAID;
        }
        return new Wanted(
                found.stream().limit(MOST_KEYS).toList(), List.copyOf(kinds), place.matches("[^|]{1,80}") ? place : "");
    }

    /** Whether a key is one of a client's own requirements. */
    public static boolean own(String key) {
        return key.startsWith("X-");
    }

    public boolean says() {
        return !keys.isEmpty();
    }

    /** For keeping: {@code SC-22 X|PRD QA|warehouse}. */
    public String written() {
        return says()
                ? String.join(" ", keys) + "|" + kinds.stream().map(Enum::name).collect(Collectors.joining(" ")) + "|"
                        + place
                : "";
    }

    /** What {@link #written} wrote. */
    public static Wanted kept(String written) {
        String[] parts = written.split("\\|", -1);
        if (parts.length != 3) {
            return NOTHING_SAID;
        }
        List<DepartmentKind> kinds = new ArrayList<>();
        for (String kind : parts[1].split(" ", -1)) {
            Arrays.stream(DepartmentKind.values())
                    .filter(k -> k.name().equals(kind))
                    .forEach(kinds::add);
        }
        return new Wanted(Arrays.asList(parts[0].split(" ", -1)), kinds, parts[2]);
    }
}
