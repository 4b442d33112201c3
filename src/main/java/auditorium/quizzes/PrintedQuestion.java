package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.print.PrintedPicture;
import auditorium.quizzes.domain.Marking;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question for a pen: what can be chosen has letters, what gets an answer has numbers. Made from the same view as on a phone, so that
 * nothing in it depends on what is right.
 *
 * @param label its number on the paper; a step of a case is {@code 3.1}
 * @param options what can be chosen, lettered: options, right sides, groups, or the items to put in order
 * @param rows what gets a letter each: left sides, items to sort, gaps with their own options
 * @param conditions which earlier answers lead to this step; all must hold
 */
record PrintedQuestion(
        String id,
        String label,
        String type,
        String text,
        String story,
        RawString picture,
        int points,
        List<Item> options,
        List<Row> rows,
        String unit,
        String description,
        List<Condition> conditions,
        List<PrintedQuestion> steps,
        List<String> keys) {

    /** Something with its letter or number. */
    record Item(String id, String label, String text) {}

    /** Something that gets an answer; a gap has the text before it and its own options. The last of a gap text has no label. */
    record Row(String id, String label, String text, List<Item> options) {}

    /** The earlier step, and the letters that lead here. */
    record Condition(String step, String answers) {}

    private static final double PICTURE_MM = 96;
    private static final double SCENE_MM = 150;
    /** How true and false are written on paper. */
    static final String TRUE = "√";

    static final String FALSE = "×";

    static PrintedQuestion of(Question question, QuestionView view, String label) {
        return new Maker(label).question(question, view, label, List.of());
    }

    /** The letter or number that stands before the thing with this id; empty if there is none. */
    String label(String id) {
        return options.stream()
                .filter(o -> o.id().equals(id))
                .map(Item::label)
                .findFirst()
                .orElse("");
    }

    private static String letter(int place) {
        return place < 26 ? String.valueOf((char) ('A' + place)) : letter(place / 26 - 1) + letter(place % 26);
    }

    /** Puts labels on; knows the number of the whole question. */
    private record Maker(String whole) {

        PrintedQuestion question(Question question, QuestionView view, String label, List<Condition> conditions) {
            String svg = view.picture().getValue();
            RawString picture = new RawString(
                    svg.isEmpty()
                            ? ""
                            : question.form() instanceof Form.Hotspot scene
                                    ? PrintedPicture.scene(svg, SCENE_MM, scene.columns(), scene.rows())
                                    : PrintedPicture.inHtml(svg, PICTURE_MM));
            return new PrintedQuestion(
                    view.id(),
                    label,
                    view.type(),
                    view.text(),
                    view.story(),
                    picture,
                    Marking.mark(question, Optional.empty()).possible() / 100,
                    options(view),
                    rows(view),
                    view.unit(),
                    view.description(),
                    conditions,
                    question.form() instanceof Form.Scenario scenario ? steps(scenario, view) : List.of(),
                    view.keys());
        }

        private static List<Item> options(QuestionView view) {
            return switch (view.type()) {
                case "single", "multiple" -> lettered(view.choices());
                case "matching", "groups" ->
                    view.rows().isEmpty()
                            ? List.of()
                            : lettered(view.rows().get(0).choices());
                case "ordering" ->
                    lettered(view.rows().stream()
                            .map(r -> new QuestionView.Choice(r.id(), r.text(), false))
                            .toList());
                default -> List.of();
            };
        }

        private static List<Item> lettered(List<QuestionView.Choice> choices) {
            List<Item> items = new ArrayList<>();
            choices.forEach(c -> items.add(new Item(c.id(), letter(items.size()), c.text())));
            return items;
        }

        private static List<Row> rows(QuestionView view) {
            List<Row> rows = new ArrayList<>();
            switch (view.type()) {
                case "matching", "groups" ->
                    view.rows()
                            .forEach(r ->
                                    rows.add(new Row(r.id(), Integer.toString(rows.size() + 1), r.text(), List.of())));
                case "gaps" ->
                    view.rows()
                            .forEach(r -> rows.add(new Row(
                                    r.id(),
                                    r.id().isEmpty() ? "" : Integer.toString(rows.size() + 1),
                                    r.text(),
                                    lettered(r.choices()))));
                case "ordering" ->
                    view.rows().forEach(r -> rows.add(new Row("", Integer.toString(rows.size() + 1), "", List.of())));
                default -> {}
            }
            return rows;
        }

        private List<PrintedQuestion> steps(Form.Scenario scenario, QuestionView view) {
            List<PrintedQuestion> steps = new ArrayList<>();
            for (int i = 0; i < scenario.steps().size(); i++) {
                Form.Scenario.Step step = scenario.steps().get(i);
                List<Condition> conditions = step.when().entrySet().stream()
                        .flatMap(when -> steps.stream()
                                .filter(s -> s.id().equals(when.getKey()))
                                .map(s -> new Condition(
                                        s.label(),
                                        when.getValue().stream()
                                                .map(id -> answer(s, id))
                                                .sorted()
                                                .collect(Collectors.joining(" / ")))))
                        .toList();
                steps.add(question(step.question(), view.steps().get(i), whole + "." + (i + 1), conditions));
            }
            return steps;
        }

        private static String answer(PrintedQuestion step, String id) {
            return switch (id) {
                case "true" -> TRUE;
                case "false" -> FALSE;
                default -> step.label(id);
            };
        }
    }
}
