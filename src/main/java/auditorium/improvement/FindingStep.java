package auditorium.improvement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One thing that happened to a finding after it was opened. Appended, never changed. */
@Entity
class FindingStep {

    /** What happened. */
    enum Kind {
        /** It was seen once more while it was open. */
        SEEN_AGAIN,
        /** All its tasks have been verified. */
        VERIFIED,
        /** Somebody has looked later: it works. */
        CONFIRMED,
        /** Somebody has looked later: it does not work. */
        FAILED,
        /** It was seen again after it had been verified. */
        CAME_BACK,
        /** A task of it was opened again, or one was added. */
        REOPENED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "finding_id")
    private UUID finding;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String note;

    @Column(name = "made_by")
    private UUID madeBy;

    private String madeByName;
    private Instant madeAt;

    protected FindingStep() {}

    FindingStep(UUID id, UUID finding, Kind kind, String note, UUID madeBy, String madeByName, Instant madeAt) {
        this.id = id;
        this.finding = finding;
        this.kind = kind;
        this.note = note;
        this.madeBy = madeBy;
        this.madeByName = madeByName;
        this.madeAt = madeAt;
    }

    UUID finding() {
        return finding;
    }

    Kind kind() {
        return kind;
    }

    String note() {
        return note;
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
