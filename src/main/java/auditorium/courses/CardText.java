package auditorium.courses;

import java.util.regex.Pattern;

/** Parts a card's HTML into its pictures and its words. The HTML is our own, so a pattern can read it. */
final class CardText {

    private static final Pattern PICTURE = Pattern.compile("(?s)<svg.*?</svg>");
    private static final Pattern EMPTY = Pattern.compile("<p>\\s*</p>");

    private CardText() {}

    static String pictures(String html) {
        StringBuilder out = new StringBuilder();
        PICTURE.matcher(html).results().forEach(m -> out.append(m.group()));
        return out.toString();
    }

    static String words(String html) {
        return EMPTY.matcher(PICTURE.matcher(html).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
