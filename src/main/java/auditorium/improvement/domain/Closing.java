package auditorium.improvement.domain;

import auditorium.library.content.TaskTemplate;
import java.util.List;
import java.util.Optional;

/**
 * Whether all that a finding asks for has been done and verified. A requirement that fails for the second time in a department is
 * systemic: it needs something preventive too, because putting it right once more has not been enough before.
 */
public record Closing(List<Part> tasks, boolean systemic) {

    /** A task of the finding. */
    public record Part(TaskTemplate.Kind kind, TaskState state) {}

    /** What stands in the way. */
    public enum Missing {
        NO_TASK,
        OPEN_TASKS,
        NO_PREVENTIVE
    }

    /** The first thing that is missing; empty when the finding counts as verified. */
    public Optional<Missing> missing() {
        if (tasks.stream().noneMatch(t -> t.state() != TaskState.CANCELLED)) {
            return Optional.of(Missing.NO_TASK);
        }
        if (!tasks.stream().allMatch(t -> t.state().settled())) {
            return Optional.of(Missing.OPEN_TASKS);
        }
        boolean preventive = tasks.stream()
                .anyMatch(t -> t.kind() == TaskTemplate.Kind.PREVENTIVE && t.state() == TaskState.VERIFIED);
        return systemic && !preventive ? Optional.of(Missing.NO_PREVENTIVE) : Optional.empty();
    }

    /** Whether this is not the first failure: {@code earlierFindings} on it in the department, or it came back after it was verified. */
    public static boolean systemic(long earlierFindings, int timesBack) {
        return earlierFindings + timesBack > 0;
    }
}
