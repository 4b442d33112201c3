package auditorium.lists.domain;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A text taken apart into what two wordings of one thing have in common: pairs of Chinese characters, and the stems of words. */
public final class Wording {

    /** Words that say nothing about what is asked. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "and", "for", "are", "is", "be", "of", "to", "in", "on", "at", "or", "an", "a", "by", "with", "that",
            "this", "from", "as", "it", "its", "do", "doe", "has", "have", "been", "any", "all", "there", "which",
            "their", "shall", "should", "must", "will", "can", "may", "not", "no", "if");

    private Wording() {}

    static boolean han(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** The same for two texts that differ in blanks, width and case only. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What is Chinese begins with {@code z}, what is not with {@code e}. */
    public static Set<String> features(String text) {
        Set<String> features = new HashSet<>();
        int[] points = plain(text).codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (han(c)) {
                end(word, features);
                boolean next = i + 1 < points.length && han(points[i + 1]);
                boolean alone = !next && (i == 0 || !han(points[i - 1]));
                if (next || alone) {
                    StringBuilder pair = new StringBuilder("z").appendCodePoint(c);
                    if (next) {
                        pair.appendCodePoint(points[i + 1]);
                    }
                    features.add(pair.toString());
                }
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                end(word, features);
            }
        }
        end(word, features);
        return features;
    }

    private static void end(StringBuilder word, Set<String> features) {
        if (!word.isEmpty()) {
            String stem = stem(word.toString());
            if (!EMPTY_WORDS.contains(stem) && !EMPTY_WORDS.contains(word.toString())) {
                features.add("e" + stem);
            }
            word.setLength(0);
        }
    }

    /** Plurals and the commonest endings fall off; it need not be right, only the same for both. */
    private static String stem(String word) {
        if (word.length() > 5 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.endsWith("ed")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
