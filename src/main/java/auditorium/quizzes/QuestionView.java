package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.RightSides;
import auditorium.quizzes.domain.Route;
import io.quarkus.qute.RawString;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question as the paper shows it, in one language. It is made from ids, texts and the drawn order alone: nothing in it depends on
 * what is right, so that two quizzes that differ only in the key look the same to the byte.
 */
record QuestionView(
        String id,
        String type,
        String prefix,
        int number,
        String text,
        RawString picture,
        List<Choice> choices,
        List<Row> rows,
        List<String> columns,
        List<List<Choice>> squares,
        String description,
        String unit,
        String value,
        String story,
        List<QuestionView> steps,
        List<String> keys,
        boolean answered,
        boolean unknown,
        String when,
        boolean later,
        String problem) {

    /** What somebody typed that can be no answer: it is shown again, with words that say what is wrong. */
    record Typed(String question, MultivaluedMap<String, String> fields, String problem) {}

    /** Something that can be chosen. */
    record Choice(String id, String text, boolean chosen) {}

    /** An item with something to choose or type for it; a gap has the text before it in front. */
    record Row(String id, String text, List<Choice> choices, String value) {}

    static QuestionView of(
            Question q,
            Paper.Drawn drawn,
            int number,
            Optional<Answer> answer,
            Optional<Typed> typed,
            Lang lang,
            Catalogue catalogue) {
        List<String> keys = q.tests().stream()
                .filter(k -> catalogue.requirement(k).isPresent())
                .limit(2)
                .toList();
        return new Maker(drawn.order(), typed.filter(t -> t.question().equals(q.id())), lang)
                .view(q, "", answer, keys, number);
    }

    /** Not answered yet, with the names of its fields behind a prefix, for a form that holds several questions. */
    static QuestionView within(
            String prefix, Question q, Paper.Drawn drawn, int number, Lang lang, Catalogue catalogue) {
        List<String> keys = q.tests().stream()
                .filter(k -> catalogue.requirement(k).isPresent())
                .limit(2)
                .toList();
        return new Maker(drawn.order(), Optional.empty(), lang).view(q, prefix, Optional.empty(), keys, number);
    }

    /** Whether a case goes on when earlier decisions are known. */
    public boolean goesOn() {
        return steps.stream().anyMatch(QuestionView::later);
    }

    /** A step of a case as it stands there: {@code when} names the earlier decisions that lead to it, {@code later}: none has yet. */
    private QuestionView asStep(String when, boolean later) {
        return new QuestionView(
                id,
                type,
                prefix,
                number,
                text,
                picture,
                choices,
                rows,
                columns,
                squares,
                description,
                unit,
                value,
                story,
                steps,
                keys,
                answered,
                unknown,
                when,
                later,
                problem);
    }

    /** Builds the view of one question; a scenario's steps take their orders from the same list, behind their id. */
    private record Maker(List<String> order, Optional<Typed> typed, Lang lang) {

        QuestionView view(Question q, String prefix, Optional<Answer> answer, List<String> keys, int label) {
            String text = q.text().in(lang);
            List<Choice> choices = List.of();
            List<Row> rows = List.of();
            List<String> columns = List.of();
            List<List<Choice>> squares = List.of();
            List<QuestionView> steps = List.of();
            String description = "";
            String unit = "";
            String value = "";
            String story = "";
            switch (q.form()) {
                case Form.Single f -> choices = options(f.options(), chosen(answer));
                case Form.Multiple f -> choices = options(f.options(), chosen(answer));
                case Form.Experience f ->
                    choices = inOrder(f.options(), Form.Experience.Seen::id)
                            .map(o -> new Choice(o.id(), o.text().in(lang), false))
                            .toList();
                case Form.TrueFalse f ->
                    value = answer.filter(Answer.Truth.class::isInstance)
                            .map(a -> Boolean.toString(((Answer.Truth) a).value()))
                            .orElse("");
                case Form.Numeric f -> {
                    unit = f.unit().in(lang);
                    value = answer.filter(Answer.Amount.class::isInstance)
                            .map(a -> ((Answer.Amount) a).value().toPlainString())
                            .orElse("");
                    value = typed.flatMap(t -> Optional.ofNullable(t.fields().getFirst(prefix + "amount")))
                            .orElse(value);
                }
                case Form.ShortText f ->
                    value = answer.filter(Answer.Words.class::isInstance)
                            .map(a -> ((Answer.Words) a).text())
                            .orElse("");
                case Form.Essay f ->
                    value = answer.filter(Answer.FreeText.class::isInstance)
                            .map(a -> ((Answer.FreeText) a).text())
                            .orElse("");
                case Form.Ordering f -> rows = ordering(f, answer);
                case Form.Matching f -> rows = matching(f, answer);
                case Form.Gaps f -> {
                    rows = gaps(f, text, answer);
                    text = "";
                }
                case Form.Groups f -> rows = groups(f, answer);
                case Form.Hotspot f -> {
                    Set<String> picked = answer.filter(Answer.Squares.class::isInstance)
                            .map(a -> ((Answer.Squares) a).squares())
                            .orElse(Set.of());
                    columns = letters(f.columns());
                    squares = grid(f, picked);
                    description = f.description().in(lang);
                }
                case Form.Scenario f -> {
                    story = f.story().in(lang);
                    steps = steps(f, prefix, answer);
                }
            }
            String picture = q.picture()
                    .map(p -> picture(p.svg(), p.alt().in(lang), q.form() instanceof Form.Hotspot))
                    .orElse("");
            return new QuestionView(
                    q.id(),
                    q.form().type(),
                    prefix,
                    label,
                    text,
                    new RawString(picture),
                    choices,
                    rows,
                    columns,
                    squares,
                    description,
                    unit,
                    value,
                    story,
                    steps,
                    keys,
                    answer.isPresent(),
                    answer.filter(Answer.Unknown.class::isInstance).isPresent(),
                    "",
                    false,
                    prefix.isEmpty() ? typed.map(Typed::problem).orElse("") : "");
        }

        private List<QuestionView> steps(Form.Scenario f, String prefix, Optional<Answer> answer) {
            Answer.Steps given = answer.filter(Answer.Steps.class::isInstance)
                    .map(a -> (Answer.Steps) a)
                    .orElse(new Answer.Steps(Map.of()));
            List<Question> taken = Route.taken(f, given);
            List<QuestionView> steps = new ArrayList<>();
            for (Form.Scenario.Step step : f.steps()) {
                Question q = step.question();
                List<String> own = new Paper.Drawn("", q.id(), "", order).within(q.id());
                steps.add(new Maker(own, typed, lang)
                        .view(
                                q,
                                prefix + AnswerForm.stepPrefix(q),
                                Optional.ofNullable(given.answers().get(q.id())),
                                List.of(),
                                steps.size() + 1)
                        .asStep(when(step), !taken.contains(q)));
            }
            return steps;
        }

        /** {@code step:id,id;step:id}, sorted: what the page's script reads. */
        private static String when(Form.Scenario.Step step) {
            return new TreeMap<>(step.when())
                    .entrySet().stream()
                            .map(e -> e.getKey() + ":" + String.join(",", new TreeSet<>(e.getValue())))
                            .collect(Collectors.joining(";"));
        }

        private <T> java.util.stream.Stream<T> inOrder(List<T> all, java.util.function.Function<T, String> id) {
            return all.stream().sorted(java.util.Comparator.comparingInt(o -> {
                int place = order.indexOf(id.apply(o));
                return place < 0 ? Integer.MAX_VALUE : place;
            }));
        }

        private List<Choice> options(List<Form.Option> options, Set<String> chosen) {
            return inOrder(options, Form.Option::id)
                    .map(o -> new Choice(o.id(), o.text().in(lang), chosen.contains(o.id())))
                    .toList();
        }

        private static Set<String> chosen(Optional<Answer> answer) {
            return answer.filter(Answer.Chosen.class::isInstance)
                    .map(a -> ((Answer.Chosen) a).ids())
                    .orElse(Set.of());
        }

        private List<Row> ordering(Form.Ordering f, Optional<Answer> answer) {
            List<String> given = answer.filter(Answer.Order.class::isInstance)
                    .map(a -> ((Answer.Order) a).ids())
                    .orElse(List.of());
            return inOrder(f.items(), Form.Item::id)
                    .map(i -> {
                        int place = given.indexOf(i.id()) + 1;
                        List<Choice> places = new ArrayList<>();
                        for (int p = 1; p <= f.items().size(); p++) {
                            places.add(new Choice(Integer.toString(p), Integer.toString(p), p == place));
                        }
                        return new Row(i.id(), i.text().in(lang), places, "");
                    })
                    .toList();
        }

        private List<Row> matching(Form.Matching f, Optional<Answer> answer) {
            Map<String, String> given = answer.filter(Answer.Pairs.class::isInstance)
                    .map(a -> ((Answer.Pairs) a).rights())
                    .orElse(Map.of());
            List<Map.Entry<String, auditorium.platform.Text>> sides = inOrder(
                            List.copyOf(RightSides.of(f).entrySet()), Map.Entry::getKey)
                    .toList();
            return f.pairs().stream()
                    .sorted(java.util.Comparator.comparing(Form.Matching.Pair::id))
                    .map(p -> new Row(
                            p.id(),
                            p.left().in(lang),
                            sides.stream()
                                    .map(s -> new Choice(
                                            s.getKey(),
                                            s.getValue().in(lang),
                                            s.getKey().equals(given.get(p.id()))))
                                    .toList(),
                            ""))
                    .toList();
        }

        private List<Row> groups(Form.Groups f, Optional<Answer> answer) {
            Map<String, String> given = answer.filter(Answer.Sorted.class::isInstance)
                    .map(a -> ((Answer.Sorted) a).groups())
                    .orElse(Map.of());
            return inOrder(f.items(), Form.Groups.Sorted::id)
                    .map(i -> new Row(
                            i.id(),
                            i.text().in(lang),
                            f.groups().stream()
                                    .map(g -> new Choice(g.id(), g.text().in(lang), g.id().equals(given.get(i.id()))))
                                    .toList(),
                            ""))
                    .toList();
        }

        /** The text cut at its gaps: each row is what stands before a gap, and the gap; the last row has only text. */
        private List<Row> gaps(Form.Gaps f, String text, Optional<Answer> answer) {
            Map<String, String> given = answer.filter(Answer.Filled.class::isInstance)
                    .map(a -> ((Answer.Filled) a).gaps())
                    .orElse(Map.of());
            List<Row> rows = new ArrayList<>();
            String rest = text;
            List<Form.Gaps.Gap> inText = f.gaps().stream()
                    .filter(g -> text.contains("[[" + g.id() + "]]"))
                    .sorted(java.util.Comparator.comparingInt(g -> text.indexOf("[[" + g.id() + "]]")))
                    .toList();
            for (Form.Gaps.Gap gap : inText) {
                String hole = "[[" + gap.id() + "]]";
                int at = rest.indexOf(hole);
                List<String> own = new Paper.Drawn("", "", "", order).within(gap.id());
                List<Choice> choices =
                        new Maker(own, typed, lang).options(gap.options(), Set.of(given.getOrDefault(gap.id(), "")));
                rows.add(new Row(gap.id(), rest.substring(0, at), choices, given.getOrDefault(gap.id(), "")));
                rest = rest.substring(at + hole.length());
            }
            rows.add(new Row("", rest, List.of(), ""));
            return rows;
        }
    }

    static List<String> letters(int columns) {
        List<String> letters = new ArrayList<>();
        for (char c = 'A'; c < 'A' + columns; c++) {
            letters.add(String.valueOf(c));
        }
        return letters;
    }

    static List<List<Choice>> grid(Form.Hotspot f, Set<String> picked) {
        List<List<Choice>> rows = new ArrayList<>();
        for (int row = 1; row <= f.rows(); row++) {
            List<Choice> squares = new ArrayList<>();
            for (String column : letters(f.columns())) {
                squares.add(new Choice(column + row, column + row, picked.contains(column + row)));
            }
            rows.add(squares);
        }
        return rows;
    }

    static String picture(String svg, String alt, boolean stretched) {
        String escaped = alt.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        String stretch = stretched && !svg.contains("preserveAspectRatio") ? " preserveAspectRatio=\"none\"" : "";
        return "<svg class=\"art\" role=\"img\" aria-label=\"" + escaped + "\"" + stretch
                + svg.substring("<svg".length());
    }
}
