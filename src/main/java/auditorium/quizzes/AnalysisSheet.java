package auditorium.quizzes;

import auditorium.platform.Lang;
import auditorium.platform.print.Sheets;
import auditorium.quizzes.AnalysisView.Figures;
import auditorium.quizzes.AnalysisView.Row;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics of a quiz as a workbook: a row a question, and below it a row for each version where there are several. */
final class AnalysisSheet {

    private AnalysisSheet() {}

    static byte[] of(AnalysisView.QuizPage quiz, Lang lang) {
        AnalysisMessages m = MessageBundles.get(AnalysisMessages.class, Localized.Literal.of(lang.code()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet(
                    quiz.title(),
                    List.of(
                            new Sheets.Column(m.question(), 60),
                            new Sheets.Column(m.verdict(), 24),
                            new Sheets.Column(m.attempts(), 10),
                            new Sheets.Column(m.facility() + " %", 12),
                            new Sheets.Column(m.zh() + " %", 12),
                            new Sheets.Column(m.en() + " %", 12),
                            new Sheets.Column(m.deviation(), 12),
                            new Sheets.Column(m.discrimination(), 14),
                            new Sheets.Column(m.efficiency(), 12),
                            new Sheets.Column(m.weight(), 12)));
            for (Row row : quiz.rows()) {
                book.row(cells(row.number() + ". " + row.text(), words(row.verdict(), m), row.figures()));
                row.versions()
                        .forEach(v -> book.row(
                                cells(v.current() ? m.version_now() : m.version_before(v.name()), "", v.figures())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }

    private static @Nullable Object[] cells(String text, String verdict, Figures figures) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(text, verdict, figures.attempts()));
        figures.numbers().forEach(n -> cells.add(Double.isInfinite(n) ? null : Math.round(n * 10) / 10.0));
        return cells.toArray();
    }

    private static String words(AnalysisView.Verdict verdict, AnalysisMessages m) {
        return switch (verdict.verdict()) {
            case ONE_LANGUAGE -> verdict.lang() == Lang.EN ? m.v_only_en() : m.v_only_zh();
            case REVERSED -> m.v_reversed();
            case HARD -> m.v_hard();
            case FLAT -> m.v_flat();
            case EASY -> m.v_easy();
            case GOOD -> m.v_good();
            case FEW -> m.v_few();
        };
    }
}
