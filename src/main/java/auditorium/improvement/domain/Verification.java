package auditorium.improvement.domain;

import auditorium.library.content.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who may verify what others have done, and later whether it works: never one of the doers, and for zero tolerance nobody of the
 * department concerned. {@code doers} are the accounts of all who reported it done or own it.
 */
public record Verification(Severity grade, Set<UUID> doers, UUID department) {

    /** Why somebody may not. */
    public enum Objection {
        OWN_WORK,
        OWN_DEPARTMENT
    }

    /** {@code department} is the verifier's own, if the verifier belongs to one. */
    public Optional<Objection> objectionTo(UUID verifier, Optional<UUID> department) {
        if (doers.contains(verifier)) {
            return Optional.of(Objection.OWN_WORK);
        }
        if (grade == Severity.ZERO_TOLERANCE
                && department.map(this.department::equals).orElse(false)) {
            return Optional.of(Objection.OWN_DEPARTMENT);
        }
        return Optional.empty();
    }
}
