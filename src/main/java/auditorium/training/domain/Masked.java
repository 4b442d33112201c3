package auditorium.training.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name of which a stranger with the paper in hand can see that it is the same, and others can't read who it is. */
public final class Masked {

    private Masked() {}

    /** 李秀英 becomes 李*英, 李英 becomes 李*, Ada Wong becomes A** W***; the number of stars is the number of letters, at most three. */
    public static String name(String name) {
        String plain = name.strip();
        int[] signs = plain.codePoints().toArray();
        boolean han = Arrays.stream(signs).anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (han) {
            String first = new String(signs, 0, Math.min(1, signs.length));
            return signs.length < 3
                    ? first + "*"
                    : first + "*".repeat(Math.min(3, signs.length - 2)) + new String(signs, signs.length - 1, 1);
        }
        return Arrays.stream(plain.split("\\s+"))
                .filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, w.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + "*".repeat(Math.max(1, Math.min(3, w.codePointCount(0, w.length()) - 1))))
                .collect(Collectors.joining(" "));
    }
}
