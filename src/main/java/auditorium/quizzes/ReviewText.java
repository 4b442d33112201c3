package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.RightSides;
import auditorium.quizzes.domain.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts an answered question into lines: what was chosen, what is right, and why. */
final class ReviewText {

    /** A line of the review. {@code chosen}: it was the person's; {@code right}: it is so. */
    record Line(String text, String why, boolean chosen, boolean right) {}

    private final Lang lang;

    ReviewText(Lang lang) {
        this.lang = lang;
    }

    List<Line> lines(Question question, Optional<Answer> answer) {
        return switch (question.form()) {
            case Form.Single f -> options(f.options(), chosen(answer));
            case Form.Multiple f -> options(f.options(), chosen(answer));
            case Form.TrueFalse f -> List.of();
            case Form.Numeric f ->
                given(
                        answer.filter(Answer.Amount.class::isInstance)
                                .map(a -> ((Answer.Amount) a).value().toPlainString() + " "
                                        + f.unit().in(lang)),
                        f.value().toPlainString() + " " + f.unit().in(lang));
            case Form.ShortText f ->
                given(
                        answer.filter(Answer.Words.class::isInstance).map(a -> ((Answer.Words) a).text()),
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
            case Form.TrueFalse f -> (f.answer() ? "✓ " : "× ") + f.reason().in(lang);
            case Form.Numeric f -> f.reason().in(lang);
            case Form.ShortText f -> f.reason().in(lang);
            case Form.Ordering f -> f.reason().in(lang);
            case Form.Matching f -> f.reason().in(lang);
            case Form.Gaps f -> f.reason().in(lang);
            case Form.Single f -> "";
            case Form.Multiple f -> "";
            case Form.Hotspot f -> f.misses().in(lang);
            case Form.Groups f -> "";
            case Form.Scenario f -> "";
            case Form.Essay f -> "";
            case Form.Experience f -> "";
        };
    }

    private List<Line> options(List<Form.Option> options, Set<String> chosen) {
        List<Line> lines = new ArrayList<>();
        options.stream() // the person's own first, then what is right, then the rest
                .sorted(java.util.Comparator.comparingInt(
                        (Form.Option o) -> chosen.contains(o.id()) ? 0 : o.correct() ? 1 : 2))
                .forEach(o -> lines.add(
                        new Line(o.text().in(lang), o.reason().in(lang), chosen.contains(o.id()), o.correct())));
        return lines;
    }

    private static Set<String> chosen(Optional<Answer> answer) {
        return answer.filter(Answer.Chosen.class::isInstance)
                .map(a -> ((Answer.Chosen) a).ids())
                .orElse(Set.of());
    }

    private static List<Line> given(Optional<String> given, String right) {
        List<Line> lines = new ArrayList<>();
        given.ifPresent(g -> lines.add(new Line(g, "", true, g.equals(right))));
        if (given.isEmpty() || !given.get().equals(right)) {
            lines.add(new Line(right, "", false, true));
        }
        return lines;
    }

    private List<Line> ordering(Form.Ordering f, Optional<Answer> answer) {
        List<String> given = answer.filter(Answer.Order.class::isInstance)
                .map(a -> ((Answer.Order) a).ids())
                .orElse(List.of());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < f.items().size(); i++) {
            Form.Item item = f.items().get(i);
            boolean inPlace = i < given.size() && given.get(i).equals(item.id());
            lines.add(new Line((i + 1) + ". " + item.text().in(lang), "", inPlace, true));
        }
        return lines;
    }

    private List<Line> matching(Form.Matching f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Pairs.class::isInstance)
                .map(a -> ((Answer.Pairs) a).rights())
                .orElse(Map.of());
        return f.pairs().stream()
                .map(p -> new Line(
                        p.left().in(lang) + " — " + p.right().in(lang),
                        "",
                        RightSides.id(p).equals(given.get(p.id())),
                        true))
                .toList();
    }

    private List<Line> gaps(Form.Gaps f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Filled.class::isInstance)
                .map(a -> ((Answer.Filled) a).gaps())
                .orElse(Map.of());
        return f.gaps().stream()
                .map(g -> {
                    String right = g.options().isEmpty()
                            ? String.join(" / ", lang == Lang.ZH ? g.acceptZh() : g.acceptEn())
                            : g.options().stream()
                                    .filter(Form.Option::correct)
                                    .map(o -> o.text().in(lang))
                                    .findFirst()
                                    .orElse("");
                    boolean hit = g.options().stream().anyMatch(o -> o.correct() && o.id().equals(given.get(g.id())));
                    return new Line("[" + g.id() + "] " + right, "", hit, true);
                })
                .toList();
    }

    private List<Line> hotspot(Form.Hotspot f, Optional<Answer> answer) {
        Set<String> given = answer.filter(Answer.Squares.class::isInstance)
                .map(a -> ((Answer.Squares) a).squares())
                .orElse(Set.of());
        List<Line> lines = new ArrayList<>();
        f.spots()
                .forEach(s -> lines.add(new Line(
                        String.join(" ", s.squares()),
                        s.reason().in(lang),
                        s.squares().stream().anyMatch(given::contains),
                        true)));
        given.stream()
                .filter(square -> f.spots().stream().noneMatch(s -> s.squares().contains(square)))
                .forEach(square -> lines.add(new Line(square, "", true, false)));
        return lines;
    }

    private List<Line> groups(Form.Groups f, Optional<Answer> answer) {
        Map<String, String> given = answer.filter(Answer.Sorted.class::isInstance)
                .map(a -> ((Answer.Sorted) a).groups())
                .orElse(Map.of());
        return f.items().stream()
                .map(i -> {
                    String group = f.groups().stream()
                            .filter(g -> g.id().equals(i.group()))
                            .map(Form.Item::text)
                            .map(t -> t.in(lang))
                            .findFirst()
                            .orElse("");
                    return new Line(
                            i.text().in(lang) + " — " + group,
                            i.reason().in(lang),
                            Objects.equals(given.get(i.id()), i.group()),
                            true);
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
