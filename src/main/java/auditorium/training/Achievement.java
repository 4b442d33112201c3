package auditorium.training;

import auditorium.training.domain.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A lesson that somebody mastered, in the version that was taught. Appended by {@link Achievements}, never changed. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by reports
public class Achievement {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "person_id")
    private UUID person;

    private String lesson;
    private String version;
    private int revision;
    private Instant achievedAt;
    private @Nullable LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private Source source;

    private UUID sourceId;
    private @Nullable UUID attemptId;
    private @Nullable Integer score;

    protected Achievement() {}

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public String lesson() {
        return lesson;
    }

    /** The hash of the lesson's version. */
    public String version() {
        return version;
    }

    /** The author's count of changes of meaning, as it was then. */
    public int revision() {
        return revision;
    }

    public Instant achievedAt() {
        return achievedAt;
    }

    /** The end that the source itself gave; empty when only the factory's rules say how long it holds. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public Source source() {
        return source;
    }

    /** The attempt, session, talk or import. */
    public UUID sourceId() {
        return sourceId;
    }

    public Optional<UUID> attempt() {
        return Optional.ofNullable(attemptId);
    }

    /** In per cent, rounded down; empty where nothing was asked. */
    public Optional<Integer> score() {
        return Optional.ofNullable(score);
    }
}
