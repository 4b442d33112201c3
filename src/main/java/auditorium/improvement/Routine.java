package auditorium.improvement;

import auditorium.clients.Person;
import auditorium.improvement.domain.Rhythm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Something that a department does again and again, so that a requirement stays met. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by reports
class Routine {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "department_id")
    private UUID department;

    private String requirement;
    private String title;

    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private Person owner;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    private Instant createdAt;

    @Column(name = "created_by")
    private UUID createdBy;

    private String createdByName;
    private @Nullable Instant endedAt;

    protected Routine() {}

    Routine(
            UUID id,
            UUID department,
            String requirement,
            String title,
            Rhythm rhythm,
            Person owner,
            LocalDate startsOn,
            FindingSteps.By by) {
        this.id = id;
        this.department = department;
        this.requirement = requirement;
        this.title = title;
        this.rhythm = rhythm;
        this.owner = owner;
        this.startsOn = startsOn;
        createdAt = by.at();
        createdBy = by.account();
        createdByName = by.name();
    }

    UUID id() {
        return id;
    }

    UUID department() {
        return department;
    }

    String requirement() {
        return requirement;
    }

    String title() {
        return title;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    Person owner() {
        return owner;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    boolean ended() {
        return endedAt != null;
    }

    /** Ending twice is ending once. */
    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }
}
