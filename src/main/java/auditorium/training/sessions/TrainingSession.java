package auditorium.training.sessions;

import auditorium.platform.Lang;
import auditorium.training.sessions.domain.RoomCode;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.SessionState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Training that is held by somebody for others: planned, held, closed. What is closed the database keeps as it is. */
@Entity
public class TrainingSession {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    @Column(name = "within_id")
    private @Nullable UUID within;

    @Column(name = "department_id")
    private @Nullable UUID department;

    private String[] lessons;
    private String language;
    private String room;
    private String trainer;
    private @Nullable UUID trainerId;
    private Instant startsAt;
    private int minutes;
    private byte[] secret;
    private UUID plannedBy;
    private Instant plannedAt;
    private @Nullable String taught;
    private @Nullable Instant closedAt;
    private @Nullable UUID closedBy;
    private @Nullable String closedByName;
    private @Nullable Instant cancelledAt;

    protected TrainingSession() {}

    /** What can be said about a session, and changed until it is closed. {@code trainerId} is empty for somebody without an account. */
    public record Terms(
            List<String> lessons,
            Lang language,
            String room,
            String trainer,
            Optional<UUID> trainerId,
            Instant startsAt,
            int minutes) {}

    /** {@code within} is the department that its planner is confined to; {@code secret} are 32 random bytes. */
    @SuppressWarnings("this-escape")
    public TrainingSession(
            UUID id,
            SessionKind kind,
            Terms terms,
            Optional<UUID> within,
            byte[] secret,
            UUID plannedBy,
            Instant plannedAt) {
        this.id = id;
        this.kind = kind;
        this.within = within.orElse(null);
        this.secret = secret.clone();
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
        change(terms);
    }

    /** A talk on the line, for the people of a department. */
    static TrainingSession onLine(
            UUID id, Terms terms, UUID department, Optional<UUID> within, byte[] secret, UUID by, Instant at) {
        TrainingSession talk = new TrainingSession(id, SessionKind.LINE, terms, within, secret, by, at);
        talk.department = department;
        return talk;
    }

    /** Other terms. The database refuses them once the session is closed. */
    public final void change(Terms terms) {
        lessons = terms.lessons().toArray(String[]::new);
        language = terms.language().code();
        room = terms.room();
        trainer = terms.trainer();
        trainerId = terms.trainerId().orElse(null);
        startsAt = terms.startsAt();
        minutes = terms.minutes();
    }

    /** It was held. {@code taught} says in JSON which lessons in which versions. */
    void close(String taught, UUID by, String byName, Instant at) {
        this.taught = taught;
        closedBy = by;
        closedByName = byName;
        closedAt = at;
    }

    /** It will not be held. */
    void cancel(Instant at) {
        cancelledAt = at;
    }

    public UUID id() {
        return id;
    }

    public SessionKind kind() {
        return kind;
    }

    public Optional<UUID> within() {
        return Optional.ofNullable(within);
    }

    /** Of a talk on the line: whose people it is for. */
    public Optional<UUID> department() {
        return Optional.ofNullable(department);
    }

    public List<String> lessons() {
        return List.of(lessons);
    }

    /** The language on the wall and on paper. */
    public Lang language() {
        return Lang.of(language);
    }

    public String room() {
        return room;
    }

    public String trainer() {
        return trainer;
    }

    /** The trainer's account; empty for somebody who has none here. */
    public Optional<UUID> trainerId() {
        return Optional.ofNullable(trainerId);
    }

    public Instant startsAt() {
        return startsAt;
    }

    public int minutes() {
        return minutes;
    }

    public UUID plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Optional<String> taught() {
        return Optional.ofNullable(taught);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<UUID> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    public Optional<String> closedByName() {
        return Optional.ofNullable(closedByName);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    /** Whether presence can still be noted. */
    public boolean open() {
        return closedAt == null && cancelledAt == null;
    }

    /** The codes of this session. */
    public RoomCode code() {
        return new RoomCode(secret, id);
    }

    /** Where it stands on a day of the factory. */
    public SessionState on(LocalDate today, ZoneId zone) {
        if (closedAt != null) {
            return SessionState.CLOSED;
        }
        if (cancelledAt != null) {
            return SessionState.CANCELLED;
        }
        return startsAt.atZone(zone).toLocalDate().isAfter(today) ? SessionState.PLANNED : SessionState.OPEN;
    }
}
