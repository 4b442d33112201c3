package auditorium.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A text cut to what is around the first place found, in parts that are found or not. It stays plain text: whoever shows it escapes
 * it like any other, so no text can become markup.
 */
public record Snippet(List<Part> parts, boolean found) {

    /** A piece of the text. */
    public record Part(String text, boolean found) {}

    private static final int BEFORE = 24;
    private static final String CUT = "…";

    public Snippet {
        parts = List.copyOf(parts);
    }

    /**
     * Cuts and marks a text.
     *
     * @param longest about how many Chinese characters it may have; a Latin letter counts half
     */
    public static Snippet of(String text, Wanted wanted, int longest) {
        Alike alike = Alike.of(text);
        List<int[]> places = new ArrayList<>();
        if (!wanted.isEmpty()) {
            Matcher match = wanted.in(alike.text());
            while (match.find()) {
                if (match.end() > match.start()) {
                    places.add(new int[] {alike.from(match.start()), alike.to(match.end())});
                }
            }
        }
        int start = places.isEmpty() || end(text, 0, longest) == text.length() ? 0 : begin(text, places.get(0)[0]);
        int end = end(text, start, longest);
        List<Part> parts = new ArrayList<>();
        int at = start;
        if (start > 0) {
            parts.add(new Part(CUT, false));
        }
        for (int[] place : places) {
            if (place[0] < at || place[0] >= end) {
                continue;
            }
            if (place[0] > at) {
                parts.add(new Part(text.substring(at, place[0]), false));
            }
            at = place[1];
            parts.add(new Part(text.substring(place[0], at), true));
        }
        if (at < end) {
            parts.add(new Part(text.substring(at, end), false));
        }
        if (Math.max(at, end) < text.length()) {
            parts.add(new Part(CUT, false));
        }
        return new Snippet(parts, !places.isEmpty());
    }

    /** A little before the place, but not in the middle of a Latin word. */
    private static int begin(String text, int place) {
        int back = text.charAt(Math.min(place, text.length() - 1)) < 0x2e80 ? 2 * BEFORE : BEFORE;
        if (place <= back) {
            return 0;
        }
        int start = place - back;
        for (int i = start; i < place; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '。' || c == '；') {
                start = i + 1; // the sentence of the place is the best beginning
            }
        }
        if (start == place - back) {
            while (start < place && latin(text.charAt(start - 1)) && latin(text.charAt(start))) {
                start++;
            }
        }
        while (start < place && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int end(String text, int start, int longest) {
        int width = 0;
        int end = start;
        while (end < text.length() && width < 2 * longest) {
            width += text.charAt(end) < 0x2e80 ? 1 : 2;
            end++;
        }
        while (end < text.length() && end > start + 1 && latin(text.charAt(end - 1)) && latin(text.charAt(end))) {
            end--;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static boolean latin(char c) {
        return c < 0x2e80 && Character.isLetterOrDigit(c);
    }

    /** The text as tokens see it, and where each of its characters came from. */
    private static final class Alike {

        private final String text;
        private final int[] starts;
        private final int[] ends;

        private Alike(String text, List<int[]> origins) {
            this.text = text;
            starts = origins.stream().mapToInt(o -> o[0]).toArray();
            ends = origins.stream().mapToInt(o -> o[1]).toArray();
        }

        String text() {
            return text;
        }

        static Alike of(String text) {
            StringBuilder out = new StringBuilder(text.length());
            List<int[]> origins = new ArrayList<>(text.length());
            for (int i = 0; i < text.length(); ) {
                int character = text.codePointAt(i);
                int next = i + Character.charCount(character);
                String normal = Tokens.normal(Character.toString(character));
                out.append(normal);
                for (int k = 0; k < normal.length(); k++) {
                    origins.add(new int[] {i, next});
                }
                i = next;
            }
            return new Alike(out.toString(), origins);
        }

        int from(int index) {
            return starts[index];
        }

        int to(int end) {
            return ends[end - 1];
        }
    }
}
