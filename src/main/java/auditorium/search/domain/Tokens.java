package auditorium.search.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into what is indexed: each run of Han characters into its overlapping pairs, so that a word of two characters is found
 * without knowing where Chinese words end, and everything else into words and numbers. Upper and lower case, full and half width are
 * the same. Nothing here depends on a parser or locale of the database.
 */
final class Tokens {

    /** Letters of one word that count; what is longer is no word. */
    private static final int LONGEST_WORD = 64;

    /**
     * @param text letters and digits only
     * @param position where it stands; a run of n Han characters takes n places, a word one
     * @param kind what it is made of
     */
    record Token(String text, int position, Kind kind) {}

    /** A pair of Han characters, a lone one, letters, or digits. */
    enum Kind {
        PAIR,
        LONE,
        WORD,
        NUMBER
    }

    private final List<Token> tokens = new ArrayList<>();
    private final boolean document;
    private int position;

    private Tokens(boolean document, int first) {
        this.document = document;
        position = first;
    }

    /** Of a text that is indexed: a run's last character stands alone too, so that it can be found by itself. */
    static List<Token> ofDocument(String text, int first) {
        Tokens made = new Tokens(true, first);
        made.read(text);
        return made.tokens;
    }

    /** Of what somebody typed, without a space in it. */
    static List<Token> ofQuery(String typed) {
        Tokens made = new Tokens(false, 1);
        made.read(typed);
        return made.tokens;
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static boolean han(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN && Character.isLetter(character);
    }

    private void read(String text) {
        int[] characters = normal(text).codePoints().toArray();
        int start = 0;
        while (start < characters.length) {
            Sort sort = sort(characters[start]);
            int end = start + 1;
            while (end < characters.length && sort(characters[end]) == sort) {
                end++;
            }
            switch (sort) {
                case HAN -> pairs(characters, start, end);
                case LETTER -> word(characters, start, end, Kind.WORD);
                case DIGIT -> word(characters, start, end, Kind.NUMBER);
                case OTHER -> {}
            }
            start = end;
        }
    }

    private enum Sort {
        HAN,
        LETTER,
        DIGIT,
        OTHER
    }

    private static Sort sort(int character) {
        if (character < 0x80) {
            return Character.isLetter(character) ? Sort.LETTER : Character.isDigit(character) ? Sort.DIGIT : Sort.OTHER;
        }
        return han(character)
                ? Sort.HAN
                : Character.isLetter(character) ? Sort.LETTER : Character.isDigit(character) ? Sort.DIGIT : Sort.OTHER;
    }

    private void pairs(int[] characters, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            tokens.add(new Token(new String(characters, i, 2), position + i - start, Kind.PAIR));
        }
        if (document || end - start == 1) {
            tokens.add(new Token(Character.toString(characters[end - 1]), position + end - start - 1, Kind.LONE));
        }
        position += end - start;
    }

    private void word(int[] characters, int start, int end, Kind kind) {
        tokens.add(new Token(new String(characters, start, Math.min(end - start, LONGEST_WORD)), position, kind));
        position++;
    }
}
