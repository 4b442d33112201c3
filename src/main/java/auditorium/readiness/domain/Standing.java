package auditorium.readiness.domain;

import auditorium.library.content.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one requirement stands in one department: the weakest of its facts, and that fact as the reason. Empty state: it does not apply
 * here.
 */
public record Standing(Optional<State> state, Reason reason, List<Reason> facts) {

    /** From this per cent of right answers on a department is held to know a requirement. */
    public static final int MASTERY_TARGET = 80;

    private static final Bounds MASTERY = new Bounds(MASTERY_TARGET, 65, 50);

    /** Why something stands as it does: one fact with the state that it alone would give. */
    public sealed interface Reason {
        State state();

        /** Somebody says that it does not apply here. */
        record NotApplicable(Facts.Answered answer) implements Reason {
            @Override
            public State state() {
                return State.READY;
            }
        }

        /** Nobody has looked yet. */
        record NotChecked() implements Reason {
            @Override
            public State state() {
                return State.UNKNOWN;
            }
        }

        /** The latest response. */
        record Response(Facts.Answered answer, State state) implements Reason {}

        /** Findings that are still open. */
        record Findings(int count, Severity worst, State state) implements Reason {}

        /** The share of people who have learned it. */
        record Trained(Facts.Training training, State state) implements Reason {}

        /** How well they know it. */
        record Known(Facts.Mastery mastery, State state) implements Reason {}
    }

    /** The rule. A worse fact never makes it better. */
    public static Standing of(Facts facts, Bounds bounds) {
        if (facts.answer().isPresent()
                && facts.answer().get().result() == Result.NOT_APPLICABLE
                && facts.openFindings().isEmpty()) {
            Reason.NotApplicable reason =
                    new Reason.NotApplicable(facts.answer().get());
            return new Standing(Optional.empty(), reason, List.of(reason));
        }
        List<Reason> all = new ArrayList<>();
        findings(facts).ifPresent(all::add);
        all.add(response(facts));
        facts.training().ifPresent(t -> all.add(new Reason.Trained(t, bounds.of(t.percent()))));
        facts.mastery().ifPresent(m -> all.add(new Reason.Known(m, MASTERY.of(m.percent()))));
        Reason weakest = all.stream()
                .min(Comparator.comparing(Reason::state))
                .orElseThrow(); // there is always the response, or that there is none
        return new Standing(Optional.of(weakest.state()), weakest, List.copyOf(all));
    }

    private static Reason response(Facts facts) {
        if (facts.answer().isEmpty()) {
            return new Reason.NotChecked();
        }
        Facts.Answered answer = facts.answer().get();
        return switch (answer.result()) {
            case NOT_CHECKED -> new Reason.NotChecked();
            case CONFORMS, NOT_APPLICABLE -> new Reason.Response(answer, State.READY);
            case PARTLY -> new Reason.Response(answer, State.GAP);
            case FAILS ->
                new Reason.Response(answer, facts.severity() == Severity.ZERO_TOLERANCE ? State.STOP : State.FAILING);
        };
    }

    private static Optional<Reason> findings(Facts facts) {
        return facts.openFindings().stream()
                .min(Comparator.naturalOrder())
                .map(worst -> new Reason.Findings(facts.openFindings().size(), worst, of(worst)));
    }

    private static State of(Severity finding) {
        return switch (finding) {
            case ZERO_TOLERANCE -> State.STOP;
            case CRITICAL -> State.FAILING;
            case MAJOR -> State.GAP;
            case MINOR -> State.NEAR;
        };
    }
}
