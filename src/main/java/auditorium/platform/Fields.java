package auditorium.platform;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What arrives in the fields of forms. */
public final class Fields {

    private Fields() {}

    /** One line without control characters and blanks around it, not longer than {@code longest} characters. */
    public static String text(@Nullable String typed, int longest) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\u3000]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    /** A page's number as it stands in an address, from 1; whatever else stands there is 1. */
    public static int page(@Nullable String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
    }

    /** The one of that name. */
    public static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst();
    }
}
