package auditorium.quizzes;

import auditorium.quizzes.domain.Score;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One go at a quiz. Its paper is frozen: what was drawn, in which version and order, never changes. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by reports
public class Attempt {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "person_id")
    private UUID person;

    private String quiz;
    private String version;
    private long seed;
    private String paper;
    private Instant startedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Integer earned;
    private @Nullable Integer possible;
    private @Nullable Boolean passed;

    protected Attempt() {}

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public String quiz() {
        return quiz;
    }

    public String version() {
        return version;
    }

    String paper() {
        return paper;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public boolean passed() {
        return Boolean.TRUE.equals(passed);
    }

    void submit(Score score, boolean passed, Instant at) {
        if (submittedAt != null) {
            throw new IllegalStateException("an attempt is submitted once");
        }
        submittedAt = at;
        earned = score.earned();
        possible = score.possible();
        this.passed = passed;
    }
}
