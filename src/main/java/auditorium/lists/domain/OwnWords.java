package auditorium.lists.domain;

import auditorium.platform.Text;
import java.util.Collection;
import java.util.stream.Collectors;

/** The words of a client's own requirement, which are those of the lines that ask for it. */
public record OwnWords(Text title, Text text) {

    private static final int LONGEST_TITLE_ZH = 36;
    private static final int LONGEST_TITLE_EN = 90;
    /** From here on a sentence's end ends a title. */
    private static final int SHORTEST_TITLE = 6;

    /** Of one line, or of several that a line was split into. A language that is missing is lent by the other. */
    public static OwnWords of(Collection<ListLine> lines) {
        String zh = lines.stream()
                .map(ListLine::zh)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        String en = lines.stream()
                .map(ListLine::en)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        Text text = new Text(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
        return new OwnWords(new Text(title(text.zh()), title(text.en())), text);
    }

    /** The first sentence, or as much of it as fits. */
    static String title(String text) {
        boolean han = ListLine.han(text);
        int longest = han ? LONGEST_TITLE_ZH : LONGEST_TITLE_EN;
        String first = text;
        for (int i = SHORTEST_TITLE; i < text.length(); i++) {
            if ("。；？！\n".indexOf(text.charAt(i)) >= 0
                    || (".;?!".indexOf(text.charAt(i)) >= 0
                            && i + 1 < text.length()
                            && Character.isWhitespace(text.charAt(i + 1)))) {
                first = text.substring(0, i);
                break;
            }
        }
        int points = first.codePointCount(0, first.length());
        return points <= longest
                ? first
                : first.substring(0, first.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
