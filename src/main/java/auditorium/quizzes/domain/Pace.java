package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.time.Duration;

/** How long somebody needs for a question on a phone, reading included. The product's own estimate, for planning only. */
public final class Pace {

    private Pace() {}

    public static Duration of(Question question) {
        return Duration.ofSeconds(seconds(question.form()));
    }

    private static int seconds(Form form) {
        return switch (form) {
            case Form.Experience ignored -> 20;
            case Form.TrueFalse ignored -> 25;
            case Form.Single ignored -> 35;
            case Form.Multiple ignored -> 45;
            case Form.Numeric ignored -> 50;
            case Form.ShortText ignored -> 40;
            case Form.Gaps gaps -> 25 + 10 * gaps.gaps().size();
            case Form.Ordering ordering -> 20 + 8 * ordering.items().size();
            case Form.Matching matching -> 20 + 8 * matching.pairs().size();
            case Form.Groups groups -> 20 + 8 * groups.items().size();
            case Form.Hotspot hotspot -> 30 + 10 * hotspot.spots().size();
            case Form.Scenario scenario ->
                25
                        + scenario.steps().stream()
                                .mapToInt(s -> seconds(s.question().form()))
                                .sum();
            case Form.Essay essay -> 60 * essay.rubric().size();
        };
    }
}
