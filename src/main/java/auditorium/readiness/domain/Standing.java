package auditorium.readiness.domain;

import auditorium.evidence.domain.Validity;
import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one requirement stands in one department: the weakest of its facts, and that fact as the reason. Empty state: it does not apply
 * here.
 */
public record Standing(Optional<State> state, Reason reason, List<Reason> facts) {

    /** From this per cent of right answers on a department is held to know a requirement. */
    public static final int MASTERY_TARGET = 80;

    /** For so many months a response that all is well counts fully. */
    public static final int FRESH_MONTHS = 6;

    /** From so many months on it is too old to count. */
    public static final int STALE_MONTHS = 12;

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

        /** The latest response, of the factory or, when that is newer, of a consultant. Less than its result when it is old. */
        record Response(Facts.Answered answer, boolean verified, State state) implements Reason {}

        /** The factory says that it is better now than a consultant saw; nobody has verified that yet. */
        record Unverified(Facts.Answered answer, Facts.Answered verified, State state) implements Reason {}

        /** Evidence that is wanted: there, ending, ended or missing. */
        record Evidence(Facts.Evidence evidence, State state) implements Reason {}

        /** Findings that are still open. */
        record Findings(int count, Severity worst, State state) implements Reason {}

        /** The share of people who have learned it. */
        record Trained(Facts.Training training, State state) implements Reason {}

        /** How well they know it. */
        record Known(Facts.Mastery mastery, State state) implements Reason {}
    }

    /** The rule. A worse fact never makes it better, and neither does time that passes. */
    public static Standing of(Facts facts, Bounds bounds) {
        Reason response = response(facts);
        if (response instanceof Reason.NotApplicable && facts.openFindings().isEmpty()) {
            return new Standing(Optional.empty(), response, List.of(response));
        }
        List<Reason> all = new ArrayList<>();
        findings(facts).ifPresent(all::add);
        all.add(response);
        facts.evidence().ifPresent(e -> all.add(new Reason.Evidence(e, of(e, facts.days()))));
        facts.training().ifPresent(t -> all.add(new Reason.Trained(t, bounds.of(t.percent()))));
        facts.mastery().ifPresent(m -> all.add(new Reason.Known(m, MASTERY.of(m.percent()))));
        Reason weakest = all.getFirst(); // there is always the response, or that there is none
        for (Reason reason : all) {
            if (reason.state().compareTo(weakest.state()) < 0) {
                weakest = reason;
            }
        }
        return new Standing(Optional.of(weakest.state()), weakest, List.copyOf(all));
    }

    /** The day on which it turns red, a gap or worse, if nobody acts; empty when it is so already, or never will by time alone. */
    public static Optional<LocalDate> turnsRed(Facts facts, Bounds bounds) {
        if (red(of(facts, bounds))) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.concat(facts.answer().stream(), facts.verified().stream())
                                .map(a -> a.on().plusMonths(STALE_MONTHS)),
                        facts.evidence().flatMap(Facts.Evidence::until).stream())
                .map(last -> last.plusDays(1))
                .filter(day -> day.isAfter(facts.days().today()))
                .sorted()
                .filter(day -> red(of(facts.on(day), bounds)))
                .findFirst();
    }

    private static boolean red(Standing standing) {
        return standing.state().filter(s -> s.compareTo(State.GAP) <= 0).isPresent();
    }

    /**
     * Which response counts. A consultant's counts from when it is made until the factory answers anew. If the factory then says that it
     * is better than the consultant saw, it counts as nearly ready at most, until a consultant has looked again.
     */
    private static Reason response(Facts facts) {
        Optional<Facts.Answered> looked = facts.verified().filter(v -> v.result() != Result.NOT_CHECKED);
        if (facts.answer().isEmpty() && looked.isEmpty()) {
            return new Reason.NotChecked();
        }
        if (facts.answer().isEmpty()
                || looked.filter(v -> !v.on().isBefore(facts.answer().get().on()))
                        .isPresent()) {
            return counted(looked.orElseThrow(), true, facts);
        }
        Facts.Answered own = facts.answer().get();
        Reason counted = counted(own, false, facts);
        if (looked.isPresent() && state(looked.get(), facts).compareTo(counted.state()) < 0) {
            return new Reason.Unverified(own, looked.get(), counted.state().weaker(State.NEAR));
        }
        return counted;
    }

    private static Reason counted(Facts.Answered answer, boolean verified, Facts facts) {
        if (answer.result() == Result.NOT_CHECKED) {
            return new Reason.NotChecked();
        }
        if (answer.result() == Result.NOT_APPLICABLE && answer.other().isEmpty()) {
            return new Reason.NotApplicable(answer);
        }
        return new Reason.Response(answer, verified, state(answer, facts).weaker(aged(answer, facts)));
    }

    /** Of two answers that differ the worse one counts until somebody has settled it. */
    private static State state(Facts.Answered answer, Facts facts) {
        State state = of(answer.result(), facts.severity());
        return answer.other()
                .map(o -> of(o, facts.severity()))
                .map(state::weaker)
                .orElse(state);
    }

    private static State of(Result result, Severity severity) {
        return switch (result) {
            case NOT_CHECKED -> State.UNKNOWN;
            case CONFORMS, NOT_APPLICABLE -> State.READY;
            case PARTLY -> State.GAP;
            case FAILS -> severity == Severity.ZERO_TOLERANCE ? State.STOP : State.FAILING;
        };
    }

    private static State aged(Facts.Answered answer, Facts facts) {
        LocalDate today = facts.days().today();
        return today.isAfter(answer.on().plusMonths(STALE_MONTHS))
                ? State.GAP
                : today.isAfter(answer.on().plusMonths(FRESH_MONTHS)) ? State.NEAR : State.READY;
    }

    private static State of(Facts.Evidence evidence, Facts.Days days) {
        if (!evidence.there()) {
            return State.GAP;
        }
        return switch (Validity.of(evidence.until(), days.today(), days.audit())) {
            case EXPIRED -> State.GAP;
            case ENDS_BEFORE_AUDIT -> State.NEAR;
            case VALID -> State.READY;
        };
    }

    private static Optional<Reason> findings(Facts facts) {
        if (facts.openFindings().isEmpty()) {
            return Optional.empty();
        }
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
