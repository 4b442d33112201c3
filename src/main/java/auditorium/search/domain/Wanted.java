package auditorium.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to find: words with spaces between them, all of which must be there. Letters may stand for the beginning of a
 * word; Han characters and numbers for themselves.
 */
public final class Wanted {

    /** Characters of what was typed that count. */
    public static final int LONGEST = 100;

    private static final int MOST_TOKENS = 32;
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");
    /** Letters of words, not Han characters. */
    private static final String LATIN = "[\\p{L}&&[^\\p{IsHan}]]";
    /** What may stand between two tokens of one word: “C-TPAT”, “第 54 条”. */
    private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,3}";

    private final String typed;
    private final List<List<Tokens.Token>> words;

    private Wanted(String typed, List<List<Tokens.Token>> words) {
        this.typed = typed;
        this.words = words;
    }

    public static Wanted of(@Nullable String typed) {
        String clean = typed == null ? "" : SPACE.matcher(typed).replaceAll(" ").strip();
        int[] characters = clean.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .toArray();
        String kept = new String(characters, 0, characters.length);
        List<List<Tokens.Token>> words = new ArrayList<>();
        int left = MOST_TOKENS;
        for (String word : SPACE.split(Tokens.normal(kept), -1)) {
            List<Tokens.Token> tokens = Tokens.ofQuery(word);
            if (!tokens.isEmpty() && left > 0) {
                words.add(List.copyOf(tokens.subList(0, Math.min(left, tokens.size()))));
                left -= tokens.size();
            }
        }
        return new Wanted(kept, List.copyOf(words));
    }

    /** What was typed, cut to what counts. */
    public String typed() {
        return typed;
    }

    /** Whether nothing of it can be searched for: nothing was typed, or only signs. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** As a literal of PostgreSQL's {@code tsquery}; not for an empty one. */
    public String query() {
        StringBuilder query = new StringBuilder();
        for (List<Tokens.Token> word : words) {
            query.append(query.isEmpty() ? "" : " & ").append('(');
            for (int i = 0; i < word.size(); i++) {
                Tokens.Token token = word.get(i);
                if (i > 0) {
                    query.append(" <")
                            .append(token.position() - word.get(i - 1).position())
                            .append("> ");
                }
                query.append('\'').append(stem(token, i == word.size() - 1)).append('\'');
                if (open(token, i == word.size() - 1)) {
                    query.append(":*");
                }
            }
            query.append(')');
        }
        return query.toString();
    }

    /** Where one of the words stands in a text that {@link Tokens#normal} has made alike. */
    Matcher in(String normal) {
        return pattern().matcher(normal);
    }

    private Pattern pattern() {
        StringBuilder all = new StringBuilder();
        for (List<Tokens.Token> word : words) {
            all.append(all.isEmpty() ? "" : "|").append("(?:");
            for (int i = 0; i < word.size(); i++) {
                append(word, i, all);
            }
            all.append(')');
        }
        return Pattern.compile(all.toString());
    }

    private static void append(List<Tokens.Token> word, int i, StringBuilder all) {
        Tokens.Token token = word.get(i);
        boolean last = i == word.size() - 1;
        Tokens.Kind before = i == 0 ? null : word.get(i - 1).kind();
        if (token.kind() == Tokens.Kind.PAIR
                && before == Tokens.Kind.PAIR
                && token.position() == word.get(i - 1).position() + 1) {
            // the pairs of one run overlap
            all.append(Pattern.quote(token.text().substring(token.text().offsetByCodePoints(0, 1))));
            return;
        }
        all.append(before == null ? "" : BETWEEN);
        switch (token.kind()) {
            case PAIR, LONE -> all.append(Pattern.quote(token.text()));
            case WORD ->
                all.append("(?<!" + LATIN + ")")
                        .append(Pattern.quote(stem(token, last)))
                        .append(last ? LATIN + "*" : "(?!" + LATIN + ")");
            case NUMBER ->
                all.append("(?<!\\p{N})").append(Pattern.quote(token.text())).append("(?!\\p{N})");
        }
    }

    /** Whether the token stands for everything that begins with it. */
    private static boolean open(Tokens.Token token, boolean last) {
        return token.kind() == Tokens.Kind.LONE || (token.kind() == Tokens.Kind.WORD && last);
    }

    /** “seals” finds “seal” too. */
    private static String stem(Tokens.Token token, boolean last) {
        String text = token.text();
        return last
                        && token.kind() == Tokens.Kind.WORD
                        && text.length() > 3
                        && text.endsWith("s")
                        && !text.endsWith("ss")
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
