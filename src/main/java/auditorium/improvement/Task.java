package auditorium.improvement;

import auditorium.clients.Person;
import auditorium.improvement.domain.TaskState;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.Text;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What somebody does until when so that a finding can be closed, and what will show that it is done. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by reports
public class Task {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "finding_id")
    private Finding finding;

    @Enumerated(EnumType.STRING)
    private TaskTemplate.Kind kind;

    private @Nullable String template;
    private @Nullable String version;
    private String titleZh;
    private String titleEn;
    private String actionZh;
    private String actionEn;
    private String closesWithZh;
    private String closesWithEn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private Person owner;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private Instant createdAt;

    protected Task() {}

    Task(UUID id, Finding finding, TaskTemplate template, Person owner, LocalDate dueOn, Instant createdAt) {
        this.id = id;
        this.finding = finding;
        kind = template.kind();
        this.template = template.id();
        version = template.version().hash();
        titleZh = template.title().zh();
        titleEn = template.title().en();
        actionZh = template.action().zh();
        actionEn = template.action().en();
        closesWithZh = template.closesWith().zh();
        closesWithEn = template.closesWith().en();
        this.owner = owner;
        this.dueOn = dueOn;
        state = TaskState.OPEN;
        this.createdAt = createdAt;
    }

    /** In somebody's own words, which stand in both languages as they were written. */
    Task(UUID id, Finding finding, OwnWords words, Person owner, LocalDate dueOn, Instant createdAt) {
        this.id = id;
        this.finding = finding;
        kind = words.kind();
        titleZh = words.title();
        titleEn = words.title();
        actionZh = words.action();
        actionEn = words.action();
        closesWithZh = words.closesWith();
        closesWithEn = words.closesWith();
        this.owner = owner;
        this.dueOn = dueOn;
        state = TaskState.OPEN;
        this.createdAt = createdAt;
    }

    /** A task without a template. */
    record OwnWords(TaskTemplate.Kind kind, String title, String action, String closesWith) {}

    public UUID id() {
        return id;
    }

    public Finding finding() {
        return finding;
    }

    public TaskTemplate.Kind kind() {
        return kind;
    }

    /** Empty for a task in somebody's own words. */
    public Optional<String> template() {
        return Optional.ofNullable(template);
    }

    public Text title() {
        return new Text(titleZh, titleEn);
    }

    public Text action() {
        return new Text(actionZh, actionEn);
    }

    public Text closesWith() {
        return new Text(closesWithZh, closesWithEn);
    }

    public Person owner() {
        return owner;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public TaskState state() {
        return state;
    }

    /** Takes a step; false, and nothing changes, when the table does not allow it from here. */
    boolean take(TaskState.Step step) {
        var next = state.after(step);
        next.ifPresent(s -> state = s);
        return next.isPresent();
    }

    void move(LocalDate to) {
        dueOn = to;
    }

    void handOver(Person to) {
        owner = to;
    }
}
