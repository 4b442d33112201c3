package auditorium.training.sessions.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a finger drew, as the {@code d} of an SVG path on a field of 600 × 200: strokes of whole numbers and nothing else. */
public record Signature(String path) {

    public static final int LONGEST = 6000;

    private static final Pattern STROKES = Pattern.compile("(?:M\\d{1,3} \\d{1,3}(?:L\\d{1,3} \\d{1,3})++)++");

    /** The signature if it is one; the pattern never goes back, so nothing that is sent makes the check slow. */
    public static Optional<Signature> of(String drawn) {
        return drawn.length() <= LONGEST && STROKES.matcher(drawn).matches()
                ? Optional.of(new Signature(drawn))
                : Optional.empty();
    }
}
