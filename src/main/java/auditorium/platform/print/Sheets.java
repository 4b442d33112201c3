package auditorium.platform.print;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that is written row by row and never held: a million cells need no more memory than a thousand. Every text is a text
 * cell, whatever it begins with, so that no name becomes a formula, not even after somebody edits it.
 *
 * <pre>{@code
 * try (Sheets book = new Sheets(out)) {
 *     book.sheet("培训记录", List.of(new Column("姓名", 14), new Column("日期", 12)));
 *     book.row("李秀英", LocalDate.of(2026, 11, 22));
 * }
 * }</pre>
 */
public final class Sheets implements Closeable {

    /** A column: its head and its width in characters. */
    public record Column(String head, double width) {}

    private static final int ROWS_HELD = 1_000;
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final String HEAD_FILL = "D9E9E9";

    private final Workbook book;
    private @Nullable Worksheet sheet;
    private int columns;
    private int row;
    private int sheets;

    /** Writes to {@code out}, which is not closed. */
    public Sheets(OutputStream out) {
        book = new Workbook(out, "Auditorium", "1.0");
    }

    /** Ends the sheet before and begins one with these heads, which stay in sight and repeat on paper. */
    public void sheet(String name, List<Column> heads) {
        finishSheet();
        Worksheet next = book.newWorksheet(name(name));
        sheet = next;
        sheets++;
        columns = heads.size();
        row = 0;
        next.freezePane(0, 1);
        next.repeatRows(0);
        for (int c = 0; c < columns; c++) {
            next.width(c, heads.get(c).width());
            next.inlineString(0, c, heads.get(c).head());
            next.style(0, c)
                    .bold()
                    .fillColor(HEAD_FILL)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .format("@")
                    .set();
        }
        row = 1;
    }

    /**
     * One row. A text, a {@link LocalDate}, a {@link LocalDateTime} in the reader's zone and a {@link Number} keep what they are, null is
     * an empty cell, and anything else is written as its text.
     */
    public void row(@Nullable Object... cells) {
        Worksheet current = sheet;
        if (current == null) {
            throw new IllegalStateException("a sheet comes before its rows");
        }
        for (int c = 0; c < cells.length; c++) {
            cell(current, c, cells[c]);
        }
        row++;
        if (row % ROWS_HELD == 0) {
            try {
                current.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void cell(Worksheet current, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                current.value(row, column, day);
                current.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> {
                current.value(row, column, time);
                current.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Number number -> current.value(row, column, number);
            default -> {
                String text = value.toString();
                current.inlineString(row, column, text.length() > LONGEST_TEXT ? cut(text, LONGEST_TEXT) : text);
                current.style(row, column).format("@").set();
            }
        }
    }

    /** Sheet names have 31 characters at most, and some characters not at all. */
    private String name(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        return clean.isEmpty() ? "Sheet" + (sheets + 1) : cut(clean, LONGEST_NAME);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private void finishSheet() {
        Worksheet current = sheet;
        if (current == null) {
            return;
        }
        if (row > 1 && columns > 0) {
            current.setAutoFilter(0, 0, row - 1, columns - 1);
        }
        try {
            current.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet = null;
    }

    /** Ends the workbook; without this call nothing can open it. */
    @Override
    public void close() throws IOException {
        if (sheets == 0) {
            sheet("Sheet1", List.of());
        }
        finishSheet();
        book.finish();
    }
}
