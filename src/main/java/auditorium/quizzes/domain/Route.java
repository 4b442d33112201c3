package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way through a case. A step applies when every earlier step that its {@code when} names applies too and was answered by
 * one of the ids named there: a chosen option (of several, any), or {@code true} or {@code false}. No other kind of answer
 * leads anywhere, "I don't know" included.
 */
public final class Route {

    private final List<Form.Scenario.Step> steps;
    private final Map<String, Answer> given;

    private Route(Form.Scenario scenario, Answer.Steps answers) {
        steps = scenario.steps();
        given = answers.answers();
    }

    /** The steps that the answers so far lead to, in order: what the person is asked. */
    public static List<Question> taken(Form.Scenario scenario, Answer.Steps answers) {
        return new Route(scenario, answers).taken();
    }

    /**
     * Earned: the sum over the steps that apply. Possible: the sum over the same steps, and where a step that decides was not
     * answered at all, over the best way that is still open. So leaving a decision out never makes a case smaller, and
     * answering one rightly never makes it larger.
     */
    static Mark mark(Form.Scenario scenario, Answer.Steps answers) {
        Route route = new Route(scenario, answers);
        int earned = route.taken().stream()
                .mapToInt(step -> Marking.mark(step, route.answer(step)).earned())
                .sum();
        return new Mark(earned, route.possible(0, Map.of()));
    }

    private List<Question> taken() {
        List<Question> taken = new ArrayList<>();
        Map<String, Set<String>> decided = new HashMap<>();
        for (Form.Scenario.Step step : steps) {
            if (applies(step, decided)) {
                taken.add(step.question());
                decided.put(
                        step.question().id(),
                        answer(step.question()).map(Route::decision).orElse(Set.of()));
            }
        }
        return taken;
    }

    private int possible(int from, Map<String, Set<String>> decided) {
        if (from == steps.size()) {
            return 0;
        }
        if (!applies(steps.get(from), decided)) {
            return possible(from + 1, decided);
        }
        Question step = steps.get(from).question();
        int best = 0;
        for (Set<String> decision : openDecisions(step)) {
            Map<String, Set<String>> next = new HashMap<>(decided);
            next.put(step.id(), decision);
            best = Math.max(best, possible(from + 1, next));
        }
        return Marking.mark(step, Optional.empty()).possible() + best;
    }

    private static boolean applies(Form.Scenario.Step step, Map<String, Set<String>> decided) {
        return step.when().entrySet().stream()
                .allMatch(condition -> decided.getOrDefault(condition.getKey(), Set.of()).stream()
                        .anyMatch(condition.getValue()::contains));
    }

    private List<Set<String>> openDecisions(Question step) {
        Optional<Answer> answer = answer(step);
        if (answer.isPresent()) {
            return List.of(decision(answer.get()));
        }
        Set<String> leading = steps.stream()
                .flatMap(later -> later.when().getOrDefault(step.id(), Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Set<String>> open = new ArrayList<>(List.of(Set.of()));
        if (step.form() instanceof Form.Multiple || step.form() instanceof Form.Experience) {
            open.add(leading);
        } else {
            leading.forEach(id -> open.add(Set.of(id)));
        }
        return open;
    }

    private Optional<Answer> answer(Question step) {
        return Optional.ofNullable(given.get(step.id()));
    }

    private static Set<String> decision(Answer answer) {
        return switch (answer) {
            case Answer.Chosen chosen -> chosen.ids();
            case Answer.Truth truth -> Set.of(String.valueOf(truth.value()));
            default -> Set.of();
        };
    }
}
