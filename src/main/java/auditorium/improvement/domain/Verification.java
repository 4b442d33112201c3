package auditorium.improvement.domain;

import auditorium.library.content.Severity;
import java.util.Optional;
import java.util.UUID;

/** Who may verify what somebody has done: never the doer, and for zero tolerance nobody of the department concerned. */
public record Verification(Severity grade, UUID reportedBy, Optional<UUID> ownerAccount, UUID department) {

    /** Why somebody may not. */
    public enum Objection {
        OWN_WORK,
        OWN_DEPARTMENT
    }

    /** {@code department} is the verifier's own, if the verifier belongs to one. */
    public Optional<Objection> objectionTo(UUID verifier, Optional<UUID> department) {
        if (verifier.equals(reportedBy) || ownerAccount.map(verifier::equals).orElse(false)) {
            return Optional.of(Objection.OWN_WORK);
        }
        if (grade == Severity.ZERO_TOLERANCE
                && department.map(this.department::equals).orElse(false)) {
            return Optional.of(Objection.OWN_DEPARTMENT);
        }
        return Optional.empty();
    }
}
