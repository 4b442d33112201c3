package auditorium.quizzes;

import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Pause;
import auditorium.quizzes.domain.Score;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One go at a paper. What was drawn is frozen, in which version and order, and so are the terms it was begun on. It is open, then
 * handed in or closed by time, then final: see {@link #finalAt}. Between the two it may wait for a person to mark what was written.
 */
@Entity
public class Attempt {

    /** What a paper is for. */
    public enum Kind {
        QUIZ,
        /** Stays with the person: managers see only sums. */
        MOCK_AUDIT
    }

    /** What ended the answering. */
    public enum End {
        PERSON,
        TIME
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String quiz;
    private String version;
    private long seed;
    private String paper;
    private boolean examination;
    private int pass;
    private Instant startedAt;
    private @Nullable Integer limitSeconds;
    private int extraSeconds;
    private @Nullable Instant closesAt;
    private int graceSeconds;
    private int lateWindowSeconds;
    private int pauseSeconds;
    private @Nullable Instant pausedAt;
    private @Nullable Instant deadlineAt;
    private @Nullable Instant submittedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable End endedBy;

    private @Nullable Instant waitingSince;
    private @Nullable Instant finalAt;
    private @Nullable Integer earned;
    private @Nullable Integer possible;
    private @Nullable Boolean passed;

    protected Attempt() {}

    public UUID id() {
        return id;
    }

    public UUID client() {
        return client;
    }

    public UUID person() {
        return person;
    }

    public Kind kind() {
        return kind;
    }

    /** The quiz, or the name under which a paper of several quizzes goes. */
    public String quiz() {
        return quiz;
    }

    public String version() {
        return version;
    }

    public long seed() {
        return seed;
    }

    String paper() {
        return paper;
    }

    public boolean examination() {
        return examination;
    }

    /** Per cent of the points. */
    public int pass() {
        return pass;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Whether its clock may be stopped at all, so that somebody has to look for pauses. */
    boolean mayPause() {
        return pauseSeconds > 0;
    }

    public Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    /** When time is up, or while the clock stands still, the latest that this can become; empty: never. */
    public Optional<Instant> deadlineAt() {
        return Optional.ofNullable(deadlineAt);
    }

    /** When the answering ended: handed in, or time was up. */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<End> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    /**
     * Since when the score stands and the key may be shown. An attempt that time has closed is final when no answer can arrive any
     * more that was given in time, or as soon as the person wants to see what was right.
     */
    public Optional<Instant> finalAt() {
        return Optional.ofNullable(finalAt);
    }

    /** Since when no answer counts any more and a person has to mark what was written; it stays when that has been done. */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    /** Whether it waits for a person now. */
    public boolean waiting() {
        return waitingSince != null && finalAt == null;
    }

    /** Whether answers may still count. */
    boolean takesAnswers() {
        return waitingSince == null && finalAt == null;
    }

    public Optional<Integer> earned() {
        return Optional.ofNullable(earned);
    }

    public Optional<Integer> possible() {
        return Optional.ofNullable(possible);
    }

    public boolean passed() {
        return Boolean.TRUE.equals(passed);
    }

    AttemptRules rules(List<Pause> pauses) {
        return new AttemptRules(
                startedAt,
                Optional.ofNullable(limitSeconds).map(Duration::ofSeconds),
                Optional.ofNullable(closesAt),
                Duration.ofSeconds(graceSeconds),
                Duration.ofSeconds(lateWindowSeconds),
                Duration.ofSeconds(extraSeconds),
                Duration.ofSeconds(pauseSeconds),
                pauses,
                waitingSince().or(this::finalAt));
    }

    /** Somebody granted more time while it goes on. */
    void extend(Duration more, List<Pause> pauses) {
        extraSeconds = Math.max(0, Math.toIntExact(extraSeconds + more.toSeconds()));
        keepClock(pauses);
    }

    /** Keeps what jobs and answers have to know of the clock. */
    void keepClock(List<Pause> pauses) {
        deadlineAt = rules(pauses).deadline().orElse(null);
        pausedAt = submittedAt != null
                ? null
                : pauses.stream()
                        .filter(p -> p.endedAt().isEmpty())
                        .map(Pause::beganAt)
                        .findFirst()
                        .orElse(null);
    }

    /** The answering is over, and this is what it came to; the score may still change until it is final. */
    void end(End by, Instant at, Score score) {
        if (submittedAt != null) {
            throw new IllegalStateException("an attempt ends once");
        }
        submittedAt = at;
        endedBy = by;
        pausedAt = null;
        mark(score);
    }

    /** No answer counts any more, and a person has to mark what was written: until then it is neither passed nor failed. */
    void waitForMarks(Instant at) {
        if (submittedAt == null || !takesAnswers()) {
            throw new IllegalStateException("an attempt waits once, after its end");
        }
        waitingSince = at;
        passed = false;
    }

    /** The score stands. */
    void settle(Instant at, Score score) {
        if (submittedAt == null || finalAt != null) {
            throw new IllegalStateException("an attempt is settled once, after its end");
        }
        finalAt = at;
        mark(score);
    }

    /** A final score is corrected; whoever has passed has passed. */
    void correct(Mark total) {
        if (finalAt == null) {
            throw new IllegalStateException("only a final score is corrected");
        }
        earned = total.earned();
        possible = total.possible();
        passed = passed() || (total.possible() > 0 && total.percent() >= pass);
    }

    private void mark(Score score) {
        earned = score.earned();
        possible = score.possible();
        passed = score.possible() > 0 && score.passed(pass);
    }
}
