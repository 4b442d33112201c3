package auditorium.quizzes;

import auditorium.platform.Lang;
import auditorium.quizzes.domain.ItemSums;
import auditorium.quizzes.domain.ItemVerdict;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Statistics of questions as the pages show them: numbers as words, with “–” where nothing can be said. */
final class AnalysisView {

    static final String NOTHING = "–";

    private AnalysisView() {}

    /** The quizzes that somebody has taken, and how many nobody has. {@code look}: what should be looked at first. */
    record Overview(int factories, long attempts, List<Look> look, int more, List<QuizRow> quizzes, int untouched) {}

    /** A question that stands out. */
    record Look(String quiz, String quizTitle, String id, String text, Verdict verdict, Figures figures) {}

    /** A quiz: first attempts, the share that passed, and how many of its questions stand out. */
    record QuizRow(String id, String title, long attempts, int passed, int alarms) {}

    /** One quiz. {@code cut}: only the newest attempts are counted. */
    record QuizPage(String id, String title, long attempts, boolean cut, int factories, String sort, List<Row> rows) {}

    /** A question of a quiz. */
    record Row(int number, String id, String text, Verdict verdict, Figures figures, List<OfVersion> versions) {}

    /** A version of a question that was asked; {@code current}: it still is. */
    record OfVersion(String name, boolean current, Figures figures) {}

    /** One question, version by version. {@code older}: how many attempts are marked by another key than the one of now. */
    record QuestionPage(
            String quiz,
            String quizTitle,
            String id,
            String text,
            String type,
            List<String> keys,
            Verdict verdict,
            Figures figures,
            int factories,
            boolean cut,
            long older,
            List<Chosen> versions,
            List<RegradeView.PastRow> regrades) {}

    /** What was chosen in one version. {@code shown}: by enough people; {@code languages}: by enough in both to show them apart. */
    record Chosen(
            String name,
            boolean current,
            String text,
            Figures figures,
            boolean shown,
            boolean languages,
            int answers,
            List<Line> lines,
            List<Typed> typed,
            int unknown,
            int none) {}

    /** Something that could be chosen, and how often it was. A true or false has no text of its own. */
    record Line(String id, String text, boolean right, int count, int percent, String zh, String en) {}

    /** Something that several people typed. */
    record Typed(String text, int count, int percent) {}

    /** A verdict's name, and the language it is about where it is about one. */
    record Verdict(String name, Lang lang) {

        static Verdict of(ItemSums all, ItemSums zh, ItemSums en) {
            return new Verdict(
                    ItemVerdict.of(all, zh, en).name(),
                    ItemVerdict.failsOnlyIn(zh, en).orElse(Lang.ZH));
        }

        /** Sorts by urgency, the most urgent first. */
        ItemVerdict verdict() {
            return ItemVerdict.valueOf(name);
        }

        /** The mark of the look that goes with it. */
        public String mark() {
            return switch (verdict()) {
                case ONE_LANGUAGE, REVERSED -> "fail";
                case HARD, FLAT -> "gap";
                case EASY -> "near";
                case GOOD -> "ready";
                case FEW -> "none";
            };
        }
    }

    /** The statistics in whole per cent; {@code numbers} has them for sorting, in the order of the fields, empty as infinite. */
    record Figures(
            long attempts,
            String facility,
            String zh,
            String en,
            String deviation,
            String discrimination,
            String efficiency,
            String weight,
            List<Double> numbers) {

        static Figures of(ItemSums all, ItemSums zh, ItemSums en, OptionalDouble efficiency, OptionalDouble weight) {
            List<OptionalDouble> all7 = List.of(
                    all.facility(),
                    zh.facility(),
                    en.facility(),
                    all.deviation(),
                    all.discrimination(),
                    efficiency,
                    weight);
            return new Figures(
                    all.attempts(),
                    whole(all.facility()),
                    whole(zh.facility()),
                    whole(en.facility()),
                    whole(all.deviation()),
                    whole(all.discrimination()),
                    whole(efficiency),
                    whole(weight),
                    all7.stream().map(d -> d.orElse(Double.POSITIVE_INFINITY)).toList());
        }
    }

    static String whole(OptionalDouble percent) {
        return percent.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%d", Math.round(percent.getAsDouble()));
    }

    /** The share of {@code part} in {@code whole}, in whole per cent. */
    static int percent(long part, long whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }
}
