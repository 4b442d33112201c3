package auditorium.improvement;

import auditorium.library.content.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A finding as somebody understood it: what was seen, how it is contained, and why it happened. Appended; the latest counts. */
@Entity
class FindingRevision {

    /** How many times one asks why. */
    static final int WHYS = 5;

    /** What people write; {@code whys} has no empty one, and {@code reason} says why fact or grade are others than before. */
    record Words(
            Severity grade,
            String fact,
            String containment,
            List<String> whys,
            @Nullable String cause,
            String reason) {

        /** Whether it says why it happened. */
        boolean explains() {
            return cause != null && !whys.isEmpty();
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "finding_id")
    private UUID finding;

    @Enumerated(EnumType.STRING)
    private Severity grade;

    private String fact;
    private String containment;
    private String[] whys;
    private @Nullable String cause;
    private String reason;

    @Column(name = "made_by")
    private UUID madeBy;

    private String madeByName;
    private Instant madeAt;

    protected FindingRevision() {}

    FindingRevision(UUID id, UUID finding, Words words, FindingSteps.By by) {
        this.id = id;
        this.finding = finding;
        grade = words.grade();
        fact = words.fact();
        containment = words.containment();
        whys = words.whys().toArray(String[]::new);
        cause = words.cause();
        reason = words.reason();
        madeBy = by.account();
        madeByName = by.name();
        madeAt = by.at();
    }

    UUID finding() {
        return finding;
    }

    Words words() {
        return new Words(grade, fact, containment, List.of(whys), cause, reason);
    }

    Optional<String> cause() {
        return Optional.ofNullable(cause);
    }

    UUID madeBy() {
        return madeBy;
    }

    String madeByName() {
        return madeByName;
    }

    Instant madeAt() {
        return madeAt;
    }
}
