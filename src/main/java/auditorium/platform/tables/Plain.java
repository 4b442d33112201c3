package auditorium.platform.tables;

import auditorium.platform.Text;

/** Text as our files want it: no control characters, one kind of line end, nothing around it. */
public final class Plain {

    private Plain() {}

    public static String clean(String text) {
        return printable(text).strip();
    }

    /** Without control characters; white space around it stays. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || (!Character.isISOControl(c) && !unprintable(c))) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Lone surrogates, byte order marks and what XML and YAML forbid. */
    private static boolean unprintable(int c) {
        return (c >= 0xD800 && c <= 0xDFFF) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || c == 0x2028 || c == 0x2029;
    }

    /** The same words for both languages, until somebody translates them. */
    public static Text both(String text) {
        String clean = clean(text);
        return new Text(clean, clean);
    }

    public static boolean blank(Text text) {
        return text.zh().isEmpty() && text.en().isEmpty();
    }

    /** Safe in one line of a report: no line ends, no escape sequences, not long. */
    public static String inReport(String text) {
        String line = clean(text).replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
    }
}
