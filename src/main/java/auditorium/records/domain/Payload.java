package auditorium.records.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says: fields with a text, a whole number, a yes or no, or nothing. Its canonical form is one JSON object with sorted
 * keys and without white space; this text, and no other that means the same, is what is hashed.
 */
public final class Payload {

    /** Before the hash of a personal value. */
    private static final String SALTED = "sha256:";

    private Payload() {}

    /** The canonical form. Values are {@code String}, {@code Long}, {@code Boolean} or null. */
    public static String canonical(SortedMap<String, ? extends @Nullable Object> fields) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, ? extends @Nullable Object> field : new TreeMap<>(fields).entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, field.getKey()).append(':');
            switch (field.getValue()) {
                case null -> json.append("null");
                case Long number -> json.append(number.longValue());
                case Boolean yes -> json.append(yes.booleanValue());
                case String text -> quote(json, text);
                default ->
                    throw new IllegalArgumentException(
                            field.getKey() + " is no text, whole number, or yes or no: " + field.getValue());
            }
        }
        return json.append('}').toString();
    }

    /** In place of a personal value: the hash of its salt and of its text in UTF-8. Without the salt nobody can guess from it. */
    public static String salted(byte[] salt, String value) {
        return SALTED + HexFormat.of().formatHex(Sha256.of(salt, value.getBytes(StandardCharsets.UTF_8)));
    }

    public static boolean isSalted(@Nullable Object value) {
        return value instanceof String text && text.startsWith(SALTED) && text.length() == SALTED.length() + 64;
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
