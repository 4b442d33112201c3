package auditorium.improvement;

import auditorium.improvement.domain.TaskState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One thing that somebody did to a task. Appended, never changed. */
@Entity
public class TaskStep {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "task_id")
    private UUID task;

    @Enumerated(EnumType.STRING)
    private TaskState.Step kind;

    private String note;
    private String withoutFile = "";

    @Column(name = "made_by")
    private UUID madeBy;

    private String madeByName;
    private Instant madeAt;

    protected TaskStep() {}

    TaskStep(UUID id, UUID task, TaskState.Step kind, String note, UUID madeBy, String madeByName, Instant madeAt) {
        this.id = id;
        this.task = task;
        this.kind = kind;
        this.note = note;
        this.madeBy = madeBy;
        this.madeByName = madeByName;
        this.madeAt = madeAt;
    }

    /** Why there is nothing attached. */
    void without(String reason) {
        withoutFile = reason;
    }

    public UUID id() {
        return id;
    }

    UUID task() {
        return task;
    }

    public TaskState.Step kind() {
        return kind;
    }

    public String note() {
        return note;
    }

    /** Why there is nothing attached; empty when there is, or when it needs nothing. */
    public String withoutFile() {
        return withoutFile;
    }

    public UUID madeBy() {
        return madeBy;
    }

    public String madeByName() {
        return madeByName;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
