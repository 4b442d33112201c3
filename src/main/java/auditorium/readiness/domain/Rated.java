package auditorium.readiness.domain;

import auditorium.library.content.Rating.Nonconformities;
import auditorium.library.content.Severity;
import java.util.Optional;

/**
 * One requirement as a rating sees it: all departments together.
 *
 * @param score what is met of its weight
 * @param worst how it stands where it stands worst; empty when it applies nowhere
 * @param effort what it takes to put it right everywhere, at least 1; only compared, never shown as a promise
 */
public record Rated(String requirement, Score score, Optional<State> worst, int effort) {

    public Rated {
        if (effort < 1) {
            throw new IllegalArgumentException("effort " + effort);
        }
    }

    public static Rated none(String requirement) {
        return new Rated(requirement, Score.EMPTY, Optional.empty(), 1);
    }

    /** With one more department; {@code days} is what it takes to put it right there. */
    public Rated plus(Severity grade, Standing standing, int days) {
        if (standing.state().isEmpty()) {
            return this;
        }
        State state = standing.state().get();
        return new Rated(
                requirement,
                score.plus(grade, standing),
                Optional.of(worst.map(state::weaker).orElse(state)),
                effort + (state.open() ? Math.max(1, days) : 0));
    }

    /** Put right everywhere. */
    public Rated fixed() {
        return new Rated(
                requirement,
                new Score(score.possible(), score.possible(), 0, 0, 0),
                worst.map(w -> State.READY),
                effort);
    }

    /** What putting it right would win, in quarters of weight. */
    int gain() {
        return score.possible() - score.met();
    }

    boolean stops() {
        return score.stops() > 0;
    }

    /** As certification bodies grade: what fails is major, what is partly met is minor, and what nobody looked at is neither yet. */
    String nonconformity() {
        if (worst.isEmpty()) {
            return Nonconformities.NONE;
        }
        return switch (worst.get()) {
            case STOP, FAILING -> Nonconformities.MAJOR;
            case UNKNOWN -> Nonconformities.UNKNOWN;
            case GAP, NEAR -> Nonconformities.MINOR;
            case READY -> Nonconformities.NONE;
        };
    }
}
