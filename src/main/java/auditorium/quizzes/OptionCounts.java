package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.quizzes.AnalysisReport.Given;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Choices;
import auditorium.quizzes.domain.RightSides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people chose in one version of a question, option by option, as the page shows it. */
final class OptionCounts {

    /** From so many people up a choice tells nobody who it was. */
    static final int ENOUGH_PEOPLE = 5;

    private static final int MOST_TYPED = 8;

    /** Something that could be chosen. */
    private record Label(String text, boolean right) {}

    private OptionCounts() {}

    static AnalysisView.Chosen of(
            Question question,
            String name,
            boolean current,
            String text,
            AnalysisView.Figures figures,
            List<Given> given,
            Lang lang) {
        List<Optional<Answer>> answers = given.stream().map(Given::answer).toList();
        Choices all = Choices.of(question, answers);
        Choices zh = Choices.of(question, of(given, Lang.ZH));
        Choices en = Choices.of(question, of(given, Lang.EN));
        boolean shown = answers.size() >= ENOUGH_PEOPLE;
        boolean languages = zh.answers() >= ENOUGH_PEOPLE && en.answers() >= ENOUGH_PEOPLE;
        Map<String, Label> labels = labels(question.form(), lang);
        boolean pairs = question.form() instanceof Form.Matching || question.form() instanceof Form.Groups;
        List<AnalysisView.Line> lines = new ArrayList<>();
        all.counts().forEach((id, count) -> {
            Label label = labels.getOrDefault(id, new Label(id, false));
            if (count > 0 || label.right() || !pairs) {
                lines.add(new AnalysisView.Line(
                        id,
                        label.text(),
                        label.right(),
                        count,
                        AnalysisView.percent(count, all.answers()),
                        share(zh, id),
                        share(en, id)));
            }
        });
        List<String> order = List.copyOf(labels.keySet());
        lines.sort(Comparator.comparingInt((AnalysisView.Line l) -> place(order, l.id())));
        return new AnalysisView.Chosen(
                name,
                current,
                text,
                figures,
                shown,
                languages,
                all.answers(),
                shown ? lines : List.of(),
                shown ? typed(question, answers) : List.of(),
                shown ? all.unknown() : 0,
                shown ? all.none() : 0);
    }

    private static List<Optional<Answer>> of(List<Given> given, Lang lang) {
        return given.stream()
                .filter(g -> g.language().filter(l -> l == lang).isPresent())
                .map(Given::answer)
                .toList();
    }

    private static String share(Choices choices, String id) {
        return AnalysisView.percent(choices.counts().getOrDefault(id, 0), choices.answers()) + "%";
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static List<AnalysisView.Typed> typed(Question question, List<Optional<Answer>> answers) {
        return Choices.typed(
                        question, answers.stream().flatMap(Optional::stream).toList())
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TYPED)
                .map(e -> new AnalysisView.Typed(
                        e.getKey(), e.getValue(), AnalysisView.percent(e.getValue(), answers.size())))
                .toList();
    }

    /** What {@link Choices} counts, by its ids, in the order of the content. */
    private static Map<String, Label> labels(Form form, Lang lang) {
        Map<String, Label> labels = new LinkedHashMap<>();
        switch (form) {
            case Form.Single f -> options("", f.options(), "", lang, labels);
            case Form.Multiple f -> options("", f.options(), "", lang, labels);
            case Form.TrueFalse f -> {
                labels.put("true", new Label("", f.answer()));
                labels.put("false", new Label("", !f.answer()));
            }
            case Form.Gaps f ->
                f.gaps().forEach(g -> options(g.id() + "/", g.options(), "[" + g.id() + "] ", lang, labels));
            case Form.Matching f -> {
                Map<String, Text> sides = RightSides.of(f);
                f.pairs()
                        .forEach(p -> sides.forEach((side, right) -> labels.put(
                                p.id() + "/" + side,
                                new Label(
                                        p.left().in(lang) + " — " + right.in(lang),
                                        RightSides.id(p).equals(side)))));
            }
            case Form.Groups f ->
                f.items()
                        .forEach(i -> f.groups()
                                .forEach(g -> labels.put(
                                        i.id() + "/" + g.id(),
                                        new Label(
                                                i.text().in(lang) + " — "
                                                        + g.text().in(lang),
                                                g.id().equals(i.group())))));
            case Form.Hotspot f ->
                f.spots().forEach(s -> s.squares().stream().sorted().forEach(q -> labels.put(q, new Label(q, true))));
            case Form.Numeric f -> {}
            case Form.ShortText f -> {}
            case Form.Ordering f -> {}
            case Form.Scenario f -> {}
            case Form.Essay f -> {}
            case Form.Experience f -> {}
        }
        return labels;
    }

    private static void options(
            String path, List<Form.Option> options, String before, Lang lang, Map<String, Label> labels) {
        options.forEach(o ->
                labels.put(path + o.id(), new Label(before + o.text().in(lang), o.correct())));
    }
}
