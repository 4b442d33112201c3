package auditorium.clients;

import org.jspecify.annotations.Nullable;

/** What arrives in the fields of forms. */
final class Fields {

    private Fields() {}

    /** One line without control characters and blanks around it, not longer than {@code longest} characters. */
    static String text(@Nullable String typed, int longest) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\u3000]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }
}
