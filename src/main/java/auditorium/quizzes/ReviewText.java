package auditorium.quizzes;

import auditorium.library.content.Basis;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Marking;
import auditorium.quizzes.domain.RightSides;
import auditorium.quizzes.domain.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts an answered question into lines: what was chosen, what is right, and why. */
final class ReviewText {

    /** A line of the review. {@code chosen}: it was the person's; {@code right}: it is so. */
    record Line(String text, String why, boolean chosen, boolean right, Cited cited) {

        Line(String text, String why, boolean chosen, boolean right) {
            this(text, why, chosen, right, Cited.NOTHING);
        }
    }

    /** What a line rests on: a law or a clause in words, with the id of the law's fact; or a card, with its lesson. */
    record Cited(String text, String law, String lesson, String card) {

        static final Cited NOTHING = new Cited("", "", "", "");
    }

    private final Lang lang;
    private final QuizMessages words;
    private final BiFunction<Question, Basis, Cited> cite;

    ReviewText(Lang lang, QuizMessages words) {
        this(lang, words, (question, source) -> Cited.NOTHING);
    }

    /** {@code cite} puts what an option of the question rests on into words. */
    ReviewText(Lang lang, QuizMessages words, BiFunction<Question, Basis, Cited> cite) {
        this.lang = lang;
        this.words = words;
        this.cite = cite;
    }

    List<Line> lines(Question question, Optional<Answer> answer) {
        return switch (question.form()) {
            case Form.Single f -> options(question, f.options(), chosen(answer));
            case Form.Multiple f -> options(question, f.options(), chosen(answer));
            case Form.TrueFalse f -> truth(f, answer);
            case Form.Numeric f ->
                given(
                        answer.filter(Answer.Amount.class::isInstance)
                                .map(a -> ((Answer.Amount) a).value().toPlainString() + " "
                                        + f.unit().in(lang)),
                        isRight(question, answer),
                        f.value().toPlainString()
                                + (f.tolerance().signum() == 0
                                        ? ""
                                        : " ± " + f.tolerance().toPlainString())
                                + " " + f.unit().in(lang));
            case Form.ShortText f ->
                given(
                        answer.filter(Answer.Words.class::isInstance).map(a -> ((Answer.Words) a).text()),
                        isRight(question, answer),
                        String.join(" / ", lang == Lang.ZH ? f.acceptZh() : f.acceptEn()));
            case Form.Ordering f -> ordering(f, answer);
            case Form.Matching f -> matching(f, answer);
            case Form.Gaps f -> gaps(f, answer);
            case Form.Hotspot f -> hotspot(f, answer);
            case Form.Groups f -> groups(f, answer);
            case Form.Scenario f -> scenario(f, answer);
            case Form.Essay f ->
                f.rubric().stream()
                        .map(c -> new Line(c.text().in(lang), "", false, true))
                        .toList();
            case Form.Experience f -> List.of();
        };
    }

    /** The one reason of forms that have no options. */
    String reason(Form form) {
        return switch (form) {
            case Form.TrueFalse f -> f.reason().in(lang);
            case Form.Numeric f -> f.reason().in(lang);
            case Form.ShortText f -> f.reason().in(lang);
            case Form.Ordering f -> f.reason().in(lang);
            case Form.Matching f -> f.reason().in(lang);
            case Form.Gaps f -> f.reason().in(lang);
            case Form.Single f -> "";
            case Form.Multiple f -> "";
            case Form.Hotspot f -> "";
            case Form.Groups f -> "";
            case Form.Scenario f -> "";
            case Form.Essay f -> "";
            case Form.Experience f -> "";
        };
    }

    private List<Line> options(Question question, List<Form.Option> options, Set<String> chosen) {
        List<Line> lines = new ArrayList<>();
        options.stream() // the person's own first, then what is right, then the rest
                .sorted(Comparator.comparingInt((Form.Option o) -> chosen.contains(o.id()) ? 0 : o.correct() ? 1 : 2))
                .forEach(o -> lines.add(new Line(
                        o.text().in(lang),
                        o.reason().in(lang),
                        chosen.contains(o.id()),
                        o.correct(),
                        o.source().map(s -> cite.apply(question, s)).orElse(Cited.NOTHING))));
        return lines;
    }

    private static Set<String> chosen(Optional<Answer> answer) {
        return answer.filter(Answer.Chosen.class::isInstance)
                .map(a -> ((Answer.Chosen) a).ids())
                .orElse(Set.of());
    }

    private static boolean isRight(Question question, Optional<Answer> answer) {
        return Marking.mark(question, answer).full();
    }

    private List<Line> truth(Form.TrueFalse f, Optional<Answer> answer) {
        Optional<Boolean> given = answer.filter(Answer.Truth.class::isInstance).map(a -> ((Answer.Truth) a).value());
        return Stream.of(true, false)
                .map(so -> new Line(
                        so ? words.is_true() : words.is_false(),
                        "",
                        given.filter(so::equals).isPresent(),
                        so == f.answer()))
                .filter(l -> l.chosen() || l.right())
                .sorted(Comparator.comparing(Line::chosen).reversed())
                .toList();
    }

    private static List<Line> given(Optional<String> given, boolean isRight, String right) {
        List<Line> lines = new ArrayList<>();
        given.ifPresent(g -> lines.add(new Line(g, "", true, isRight)));
        if (!isRight) {
            lines.add(new Line(right, "", false, true));
        }
        return lines;
    }

    /** The person's own order, when it was another one, and then the right one. */
    private List<Line> ordering(Form.Ordering f, Optional<Answer> answer) {
        List<String> given = answer.filter(Answer.Order.class::isInstance)
                .map(a -> ((Answer.Order) a).ids())
                .orElse(List.of());
        List<String> right = f.items().stream().map(Form.Item::id).toList();
        List<Line> lines = new ArrayList<>();
        if (!given.isEmpty() && !given.equals(right)) {
            lines.add(new Line(
                    given.stream()
                            .flatMap(id -> f.items().stream().filter(i -> i.id().equals(id)))
                            .map(i -> i.text().in(lang))
                            .collect(Collectors.joining(" → ")),
                    "",
                    true,
                    false));
        }
        for (int i = 0; i < f.items().size(); i++) {
            lines.add(new Line((i + 1) + ". " + f.items().get(i).text().in(lang), "", given.equals(right), true));
        }
        return lines;
    }

    /** A row of something that belongs together: what the person chose, if that was something else, and what is right. */
    private static List<Line> row(String left, Optional<String> given, boolean hit, String right, String why) {
        List<Line> lines = new ArrayList<>();
        given.filter(g -> !hit).ifPresent(g -> lines.add(new Line(left + g, "", true, false)));
        lines.add(new Line(left + right, why, hit, true));
        return lines;
    }

    private List<Line> matching(Form.Matching f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Pairs.class::isInstance)
                .map(a -> ((Answer.Pairs) a).rights())
                .orElse(Map.of());
        Map<String, Text> sides = RightSides.of(f);
        return f.pairs().stream()
                .flatMap(p -> {
                    Optional<String> side = Optional.ofNullable(given.get(p.id()));
                    return row(
                            p.left().in(lang) + " — ",
                            side.flatMap(s -> Optional.ofNullable(sides.get(s))).map(t -> t.in(lang)),
                            side.filter(RightSides.id(p)::equals).isPresent(),
                            p.right().in(lang),
                            "")
                            .stream();
                })
                .toList();
    }

    private List<Line> gaps(Form.Gaps f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Filled.class::isInstance)
                .map(a -> ((Answer.Filled) a).gaps())
                .orElse(Map.of());
        return f.gaps().stream()
                .flatMap(g -> {
                    Optional<String> filled = Optional.ofNullable(given.get(g.id()));
                    return row(
                            "[" + g.id() + "] ",
                            filled.map(v -> inWords(g, v)),
                            filled.filter(v -> Marking.fills(g, v)).isPresent(),
                            rightFor(g),
                            "")
                            .stream();
                })
                .toList();
    }

    private String inWords(Form.Gaps.Gap gap, String given) {
        return gap.options().stream()
                .filter(o -> o.id().equals(given))
                .map(o -> o.text().in(lang))
                .findFirst()
                .orElse(given);
    }

    private String rightFor(Form.Gaps.Gap gap) {
        return gap.options().isEmpty()
                ? String.join(" / ", lang == Lang.ZH ? gap.acceptZh() : gap.acceptEn())
                : gap.options().stream()
                        .filter(Form.Option::correct)
                        .map(o -> o.text().in(lang))
                        .findFirst()
                        .orElse("");
    }

    /** The squares that were chosen on a picture. */
    static Set<String> squares(Optional<Answer> answer) {
        return answer.filter(Answer.Squares.class::isInstance)
                .map(a -> ((Answer.Squares) a).squares())
                .orElse(Set.of());
    }

    private List<Line> hotspot(Form.Hotspot f, Optional<Answer> answer) {
        Set<String> given = squares(answer);
        List<Line> lines = new ArrayList<>();
        f.spots()
                .forEach(s -> lines.add(new Line(
                        String.join(" ", s.squares()),
                        s.reason().in(lang),
                        s.squares().stream().anyMatch(given::contains),
                        true)));
        given.stream()
                .filter(square -> f.spots().stream().noneMatch(s -> s.squares().contains(square)))
                .forEach(square -> lines.add(new Line(square, f.misses().in(lang), true, false)));
        return lines;
    }

    private List<Line> groups(Form.Groups f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Sorted.class::isInstance)
                .map(a -> ((Answer.Sorted) a).groups())
                .orElse(Map.of());
        Map<String, String> names = new HashMap<>();
        f.groups().forEach(g -> names.put(g.id(), g.text().in(lang)));
        return f.items().stream()
                .flatMap(i -> {
                    Optional<String> group = Optional.ofNullable(given.get(i.id()));
                    return row(
                            i.text().in(lang) + " — ",
                            group.flatMap(g -> Optional.ofNullable(names.get(g))),
                            group.filter(i.group()::equals).isPresent(),
                            names.getOrDefault(i.group(), ""),
                            i.reason().in(lang))
                            .stream();
                })
                .toList();
    }

    /** The steps that the person's decisions led to, each with its own lines. */
    private List<Line> scenario(Form.Scenario f, Optional<Answer> answer) {
        Answer.Steps given = answer.filter(Answer.Steps.class::isInstance)
                .map(a -> (Answer.Steps) a)
                .orElse(new Answer.Steps(Map.of()));
        List<Line> lines = new ArrayList<>();
        for (Question step : Route.taken(f, given)) {
            lines.add(new Line(step.text().in(lang), reason(step.form()), false, false));
            lines.addAll(lines(step, Optional.ofNullable(given.answers().get(step.id()))));
        }
        return lines;
    }
}
