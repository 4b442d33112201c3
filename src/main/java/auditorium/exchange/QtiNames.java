package auditorium.exchange;

import java.util.Locale;

/** QTI 2 says {@code simpleChoice}, QTI 3 says {@code qti-simple-choice}; we read both as {@code simple-choice}. */
final class QtiNames {

    private QtiNames() {}

    static String canonical(String name) {
        String plain = name.startsWith("qti-") ? name.substring(4) : name;
        return plain.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Identifiers of QTI begin with a letter or {@code _}; our ids may begin with a digit. */
    static String identifier(String id) {
        return Character.isDigit(id.charAt(0)) ? "_" + id : id;
    }

    static String id(String identifier) {
        return identifier.startsWith("_") ? identifier.substring(1) : identifier;
    }
}
