package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.RightSides;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the marker needs for one question of a paper, in the letters and numbers of that paper.
 *
 * @param answers what is right, a line each
 * @param reasons why each thing that can be chosen is right or not
 * @param reason the one reason of questions that have no options
 * @param rule how partly right answers are counted: {@code all}, {@code partial}, {@code ordering}, {@code parts}, {@code hotspot},
 *     {@code essay}, {@code scenario}
 */
record PrintedKey(
        PrintedQuestion question,
        List<String> answers,
        List<Reason> reasons,
        String reason,
        String rule,
        List<PrintedKey> steps,
        List<String> sources) {

    /** Why something is right or not. */
    record Reason(String label, String why, boolean right) {}

    static PrintedKey of(Question question, PrintedQuestion printed, Lang lang, List<String> sources) {
        return new Maker(printed, lang).key(question, sources);
    }

    /** Speaks in the labels of one printed question. */
    private record Maker(PrintedQuestion printed, Lang lang) {

        PrintedKey key(Question question, List<String> sources) {
            Form form = question.form();
            List<PrintedKey> steps = new ArrayList<>();
            if (form instanceof Form.Scenario scenario) {
                for (int i = 0; i < scenario.steps().size(); i++) {
                    steps.add(of(
                            scenario.steps().get(i).question(), printed.steps().get(i), lang, List.of()));
                }
            }
            return new PrintedKey(printed, answers(form), reasons(form), reason(form), rule(form), steps, sources);
        }

        private List<String> answers(Form form) {
            return switch (form) {
                case Form.Single f -> List.of(right(f.options()));
                case Form.Multiple f -> List.of(right(f.options()));
                case Form.TrueFalse f -> List.of(f.answer() ? PrintedQuestion.TRUE : PrintedQuestion.FALSE);
                case Form.Numeric f ->
                    List.of(f.value().toPlainString() + " " + f.unit().in(lang)
                            + (f.tolerance().signum() == 0
                                    ? ""
                                    : " (± " + f.tolerance().abs().toPlainString() + ")"));
                case Form.ShortText f -> List.of(accepted(f.acceptZh(), f.acceptEn()));
                case Form.Ordering f ->
                    List.of(f.items().stream().map(i -> printed.label(i.id())).collect(Collectors.joining(" → ")));
                case Form.Matching f ->
                    printed.rows().stream()
                            .map(row -> row.label() + " – "
                                    + f.pairs().stream()
                                            .filter(p -> p.id().equals(row.id()))
                                            .map(p -> printed.label(RightSides.id(p)))
                                            .collect(Collectors.joining()))
                            .toList();
                case Form.Gaps f ->
                    printed.rows().stream()
                            .filter(row -> !row.label().isEmpty())
                            .map(row -> "(" + row.label() + ") " + gap(f, row))
                            .toList();
                case Form.Hotspot f ->
                    f.spots().stream()
                            .map(s -> s.squares().stream().sorted().collect(Collectors.joining(" / ")))
                            .toList();
                case Form.Groups f ->
                    printed.rows().stream()
                            .map(row -> row.label() + " – "
                                    + f.items().stream()
                                            .filter(i -> i.id().equals(row.id()))
                                            .map(i -> printed.label(i.group()))
                                            .collect(Collectors.joining()))
                            .toList();
                case Form.Essay f ->
                    f.rubric().stream()
                            .map(c -> c.text().in(lang) + " (" + c.points() + ")")
                            .toList();
                case Form.Scenario f -> List.of();
                case Form.Experience f -> List.of();
            };
        }

        private String right(List<Form.Option> options) {
            return options.stream()
                    .filter(Form.Option::correct)
                    .map(o -> printed.label(o.id()))
                    .sorted()
                    .collect(Collectors.joining(" "));
        }

        /** Either language is right on paper too; the reader's comes first. */
        private String accepted(List<String> zh, List<String> en) {
            List<String> all = new ArrayList<>(lang == Lang.ZH ? zh : en);
            (lang == Lang.ZH ? en : zh).stream().filter(w -> !all.contains(w)).forEach(all::add);
            return String.join(" / ", all);
        }

        private String gap(Form.Gaps form, PrintedQuestion.Row row) {
            return form.gaps().stream()
                    .filter(g -> g.id().equals(row.id()))
                    .map(g -> g.options().isEmpty()
                            ? accepted(g.acceptZh(), g.acceptEn())
                            : g.options().stream()
                                    .filter(Form.Option::correct)
                                    .flatMap(o -> row.options().stream().filter(i -> i.id().equals(o.id())))
                                    .map(i -> i.label() + " " + i.text())
                                    .collect(Collectors.joining(" / ")))
                    .collect(Collectors.joining());
        }

        private List<Reason> reasons(Form form) {
            return switch (form) {
                case Form.Single f -> options(f.options());
                case Form.Multiple f -> options(f.options());
                case Form.Hotspot f ->
                    f.spots().stream()
                            .map(s -> new Reason(
                                    s.squares().stream().sorted().collect(Collectors.joining(" / ")),
                                    s.reason().in(lang),
                                    true))
                            .toList();
                case Form.Groups f ->
                    printed.rows().stream()
                            .flatMap(row -> f.items().stream()
                                    .filter(i -> i.id().equals(row.id()))
                                    .map(i -> new Reason(row.label(), i.reason().in(lang), true)))
                            .toList();
                default -> List.of();
            };
        }

        private List<Reason> options(List<Form.Option> options) {
            return printed.options().stream()
                    .flatMap(item -> options.stream()
                            .filter(o -> o.id().equals(item.id()))
                            .map(o -> new Reason(item.label(), o.reason().in(lang), o.correct())))
                    .toList();
        }

        private String reason(Form form) {
            return switch (form) {
                case Form.TrueFalse f -> f.reason().in(lang);
                case Form.Numeric f -> f.reason().in(lang);
                case Form.ShortText f -> f.reason().in(lang);
                case Form.Ordering f -> f.reason().in(lang);
                case Form.Matching f -> f.reason().in(lang);
                case Form.Gaps f -> f.reason().in(lang);
                case Form.Hotspot f -> f.misses().in(lang);
                default -> "";
            };
        }

        private static String rule(Form form) {
            return switch (form) {
                case Form.Multiple f -> f.partial() ? "partial" : "all";
                case Form.Ordering f -> "ordering";
                case Form.Matching f -> "parts";
                case Form.Gaps f -> "parts";
                case Form.Groups f -> "parts";
                case Form.Hotspot f -> "hotspot";
                case Form.Essay f -> "essay";
                case Form.Scenario f -> "scenario";
                default -> "all";
            };
        }
    }
}
