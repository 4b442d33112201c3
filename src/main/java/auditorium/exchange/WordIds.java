package auditorium.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids for things that have none: words of what they say, or its hash when it has no Latin words. Unique within one list. */
final class WordIds {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 40;

    private final Set<String> used = new HashSet<>();

    /** The wanted id if it is one, else an id made of the wanted words, else of the content. */
    String next(String wanted, String content) {
        String base = isId(wanted) ? wanted : slug(wanted.isBlank() ? content : wanted);
        String id = base;
        for (int n = 2; !used.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    static boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    static String slug(String content) {
        Matcher words = WORD.matcher(content.toLowerCase(Locale.ROOT));
        StringBuilder slug = new StringBuilder();
        for (int n = 0; n < MOST_WORDS && words.find(); n++) {
            if (slug.length() + words.group().length() >= LONGEST) {
                break;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(words.group());
        }
        boolean says = slug.chars().anyMatch(c -> c >= 'a');
        return says ? slug.toString() : "x-" + hash(content);
    }

    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
