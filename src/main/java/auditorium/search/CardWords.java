package auditorium.search;

import auditorium.library.content.Card;
import auditorium.platform.Text;
import java.util.regex.Pattern;

/** What a card says in words: its HTML, which is our own, without pictures and tags, a line for each paragraph, item and row. */
final class CardWords {

    private static final Pattern PICTURE = Pattern.compile("(?s)<svg.*?</svg>");
    private static final Pattern LINE = Pattern.compile("</(?:p|li|tr|h[1-6]|blockquote|ul|ol|table)>|<br ?/?>");
    private static final Pattern CELL = Pattern.compile("</t[dh]>\\s*(?=<t[dh])");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LINES = Pattern.compile("\\s*\n\\s*");

    private CardWords() {}

    static Text of(Card card) {
        return new Text(of(card.html().zh()), of(card.html().en()));
    }

    static String of(String html) {
        String text = PICTURE.matcher(html).replaceAll("");
        text = text.replace('\n', ' ');
        text = CELL.matcher(text).replaceAll(" · ");
        text = LINE.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        text = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return LINES.matcher(text).replaceAll("\n").strip();
    }
}
