package auditorium.improvement;

import auditorium.library.content.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A requirement that a department does not meet: what was seen, by whom, and how bad it is. */
@Entity
@SuppressWarnings("UnusedVariable") // who closed it is only written here, and read by the record
public class Finding {

    /** What brought it to light. */
    public enum Origin {
        RESPONSE,
        MOCK_AUDIT,
        REAL_AUDIT,
        SIGNAL
    }

    /** How it was seen. */
    public enum Basis {
        DOCUMENT,
        INTERVIEW,
        SITE
    }

    /** Where it stands: from what was seen to what has been seen to work. */
    public enum State {
        OPEN,
        /** All that was to be done has been verified; whether it works is looked at later. */
        VERIFIED,
        CLOSED
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

    @Enumerated(EnumType.STRING)
    private @Nullable Basis basis;

    private String source = "";
    private Instant openedAt;

    @Column(name = "opened_by")
    private UUID openedBy;

    private String openedByName;
    private @Nullable Instant verifiedAt;

    @Column(name = "check_on")
    private @Nullable LocalDate checkOn;

    private int timesBack;
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

    /** How it was seen, and which audit said so. */
    void rest(@Nullable Basis basis, String source) {
        this.basis = basis;
        this.source = source;
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

    int number() {
        return number;
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

    public Optional<Basis> basis() {
        return Optional.ofNullable(basis);
    }

    /** Which audit said so, and where in its report; empty for what was seen in the house. */
    public String source() {
        return source;
    }

    public State state() {
        return closedAt != null ? State.CLOSED : verifiedAt != null ? State.VERIFIED : State.OPEN;
    }

    /** Whether something is still to be done or to be looked at. */
    public boolean open() {
        return closedAt == null;
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** When somebody looks whether it worked; empty unless it is verified. */
    public Optional<LocalDate> checkOn() {
        return Optional.ofNullable(checkOn);
    }

    /** How often it came back after it had been verified. */
    public int timesBack() {
        return timesBack;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** It is understood anew; what was before stands in its revisions. */
    void revise(Severity grade, String fact) {
        this.grade = grade;
        this.fact = fact;
    }

    void verify(Instant at, LocalDate checkOn) {
        verifiedAt = at;
        this.checkOn = checkOn;
    }

    /** What was done has been seen to work. */
    void close(UUID by, Instant at) {
        closedAt = at;
        closedBy = by;
    }

    /** Back to work after something that was verified turned out not to be so, or not to be enough. */
    void comeBack() {
        if (verifiedAt != null) {
            timesBack++;
        }
        unverify();
    }

    /** Something more is to be done, though nothing has failed. */
    void unverify() {
        verifiedAt = null;
        checkOn = null;
        closedAt = null;
        closedBy = null;
    }
}
