package auditorium.improvement;

import auditorium.library.content.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A requirement that a department does not meet: what was seen, by whom, and how bad it is. */
@Entity
public class Finding {

    /** What brought it to light. */
    public enum Origin {
        RESPONSE,
        MOCK_AUDIT,
        REAL_AUDIT,
        SIGNAL
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    private int number;

    @Column(name = "department_id")
    private UUID department;

    private String requirement;

    @Enumerated(EnumType.STRING)
    private Severity grade;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "response_id")
    private @Nullable UUID response;

    private String fact;
    private Instant openedAt;

    @Column(name = "opened_by")
    private UUID openedBy;

    private String openedByName;
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable UUID closedBy;

    protected Finding() {}

    Finding(
            UUID id,
            int number,
            UUID department,
            String requirement,
            Severity grade,
            Origin origin,
            @Nullable UUID response,
            String fact,
            UUID openedBy,
            String openedByName,
            Instant openedAt) {
        this.id = id;
        this.number = number;
        this.department = department;
        this.requirement = requirement;
        this.grade = grade;
        this.origin = origin;
        this.response = response;
        this.fact = fact;
        this.openedBy = openedBy;
        this.openedByName = openedByName;
        this.openedAt = openedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID client() {
        return client;
    }

    /** What people call it: F-12. */
    public String label() {
        return "F-" + number;
    }

    public UUID department() {
        return department;
    }

    public String requirement() {
        return requirement;
    }

    public Severity grade() {
        return grade;
    }

    public Origin origin() {
        return origin;
    }

    public Optional<UUID> response() {
        return Optional.ofNullable(response);
    }

    public String fact() {
        return fact;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public UUID openedBy() {
        return openedBy;
    }

    public String openedByName() {
        return openedByName;
    }

    public boolean open() {
        return closedAt == null;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Closing twice is closing once. */
    void close(UUID by, Instant at) {
        if (closedAt == null) {
            closedAt = at;
            closedBy = by;
        }
    }

    void reopen() {
        closedAt = null;
        closedBy = null;
    }
}
