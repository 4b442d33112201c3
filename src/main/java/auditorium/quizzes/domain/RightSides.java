package auditorium.quizzes.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import auditorium.library.content.Form;
import auditorium.platform.Text;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The right sides of a matching question under ids of their own. In the content a pair has one id, so to offer a right side by
 * it would say which left side it belongs to. This id is made from the right side's text alone: it doesn't change with the key,
 * and pairs with the same right side share it.
 */
public final class RightSides {

    private RightSides() {}

    /** {@code r-} and 12 hexadecimal digits of the SHA-256 of the right side in both languages. */
    public static String id(Form.Matching.Pair pair) {
        String both = pair.right().zh() + '\0' + pair.right().en();
        return "r-" + HexFormat.of().formatHex(sha256().digest(both.getBytes(UTF_8)), 0, 6);
    }

    /** What can be offered: every right side once, by its id, in the order of the ids. */
    public static Map<String, Text> of(Form.Matching matching) {
        Map<String, Text> sides = new TreeMap<>();
        matching.pairs().forEach(pair -> sides.put(id(pair), pair.right()));
        return Collections.unmodifiableMap(sides);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
