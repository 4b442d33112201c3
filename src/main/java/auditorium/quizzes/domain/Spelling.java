package auditorium.quizzes.domain;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When two short texts count as the same: after Unicode's NFKC (which makes full-width letters, digits and blanks ordinary
 * ones), without invisible characters, trimmed, runs of blanks as one, without regard to case, and with traditional characters read as
 * the simplified ones that CLDR's Traditional-Simplified gives for them.
 */
final class Spelling {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private Spelling() {}

    static boolean accepted(String typed, List<String> zh, List<String> en) {
        String folded = fold(typed);
        return !folded.isEmpty() && Stream.concat(zh.stream(), en.stream()).anyMatch(a -> fold(a).equals(folded));
    }

    /** To upper case and back is how Java folds ß and ss, or a final sigma, into one. */
    static String fold(String text) {
        String visible = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        String spaced = visible.replaceAll("[\\s\\p{Z}]+", " ").strip();
        return simplified(spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String simplified(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return plain.chars().allMatch(c -> c < 0x2E80)
                ? plain
                : Normalizer.normalize(SIMPLIFIED.transliterate(plain), Normalizer.Form.NFKC);
    }
}
