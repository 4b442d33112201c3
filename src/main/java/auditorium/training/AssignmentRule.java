package auditorium.training;

import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A rule that asks people to learn something. It can be changed and ended; what was achieved stays as it is. */
@Entity
public class AssignmentRule {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    private String name;

    @Enumerated(EnumType.STRING)
    private Who who;

    @Column(name = "within_id")
    private @Nullable UUID within;

    private UUID[] departments;
    private String[] jobs;
    private String[] requirements;
    private String[] courses;
    private String[] lessons;
    private LocalDate startsOn;
    private int dueDays;

    @Enumerated(EnumType.STRING)
    private Repeat repeat;

    private int months;
    private @Nullable LocalDate anchorOn;
    private int earlyDays;
    private int graceDays;
    private UUID createdBy;
    private String createdByName;
    private Instant createdAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant evaluatedAt;

    protected AssignmentRule() {}

    /** {@code within} is the department that its author is confined to. */
    @SuppressWarnings("this-escape")
    public AssignmentRule(
            UUID id,
            RuleTerms terms,
            Optional<UUID> within,
            LocalDate startsOn,
            UUID createdBy,
            String createdByName,
            Instant createdAt) {
        this.id = id;
        this.within = within.orElse(null);
        this.startsOn = startsOn;
        this.createdBy = createdBy;
        this.createdByName = createdByName;
        this.createdAt = createdAt;
        change(terms);
    }

    /** The terms from now on; what follows from them is worked out at the next evaluation. */
    public final void change(RuleTerms terms) {
        name = terms.name();
        who = terms.who();
        departments = terms.departments().toArray(UUID[]::new);
        jobs = terms.jobs().toArray(String[]::new);
        requirements = terms.requirements().toArray(String[]::new);
        courses = terms.courses().toArray(String[]::new);
        lessons = terms.lessons().toArray(String[]::new);
        dueDays = terms.dueDays();
        repeat = terms.renewal().repeat();
        months = terms.renewal().months();
        anchorOn = terms.renewal().anchor().orElse(null);
        earlyDays = terms.renewal().earlyDays();
        graceDays = terms.renewal().graceDays();
        evaluatedAt = null;
    }

    public void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    public UUID id() {
        return id;
    }

    public RuleTerms terms() {
        return new RuleTerms(
                name,
                who,
                List.of(departments),
                List.of(jobs),
                List.of(requirements),
                List.of(courses),
                List.of(lessons),
                dueDays,
                new Renewal(repeat, months, Optional.ofNullable(anchorOn), earlyDays, graceDays));
    }

    public Optional<UUID> within() {
        return Optional.ofNullable(within);
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public String createdByName() {
        return createdByName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Whether what follows from it has been worked out before. */
    public boolean evaluated() {
        return evaluatedAt != null;
    }
}
