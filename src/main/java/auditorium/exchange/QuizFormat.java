package auditorium.exchange;

import auditorium.platform.tables.SafeZip;
import auditorium.platform.tables.TextDecoding;
import auditorium.platform.tables.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that quizzes can be imported from. */
public enum QuizFormat {
    GIFT(new GiftImporter()),
    MOODLE_XML(new MoodleImporter()),
    AIKEN(new AikenImporter()),
    QTI(new QtiImporter()),
    CSV(new CsvImporter()),
    XLSX(new XlsxImporter());

    private static final Pattern AIKEN_ANSWER =
            Pattern.compile("(?m)^\\s*(ANSWER|答案)\\s*[:：]\\s*[A-Z]\\s*$", Pattern.CASE_INSENSITIVE);
    private static final int LOOK = 16 * 1024;

    private final Importer importer;

    QuizFormat(Importer importer) {
        this.importer = importer;
    }

    public Importer importer() {
        return importer;
    }

    /** As it stands on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By what the file holds; its name decides only where that is not clear. */
    public static QuizFormat guess(Path file) throws IOException {
        byte[] start = start(file);
        if (start.length >= 2 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw new Unreadable("this is an old .xls file or has a password; save it as .xlsx without one");
        }
        if (isZip(start)) {
            return SafeZip.names(file, "xl/workbook.xml") ? XLSX : QTI;
        }
        char[] look = new char[LOOK];
        int length;
        try (BufferedReader text = TextDecoding.reader(() -> Files.newInputStream(file))) {
            length = Math.max(0, text.read(look));
        }
        return guess(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT), new String(look, 0, length).strip());
    }

    private static QuizFormat guess(String name, String text) {
        if (text.startsWith("<")) {
            return text.contains("<quiz") ? MOODLE_XML : QTI;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        if (name.endsWith(".gift")) {
            return GIFT;
        }
        if (AIKEN_ANSWER.matcher(text).find()) {
            return AIKEN;
        }
        return text.contains("{") ? GIFT : CSV;
    }

    static boolean isZip(Path file) throws IOException {
        return isZip(start(file));
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 2 && start[0] == 'P' && start[1] == 'K';
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }
}
