package auditorium.improvement.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskStateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void onlyWhatIsDoneCanBeVerified() {
        for (TaskState state : TaskState.values()) {
            assertEquals(
                    state == TaskState.DONE,
                    state.after(TaskState.Step.VERIFIED).isPresent(),
                    state.name());
        }
    }

    @Test
    void anyPathOfAllowedStepsCanBeTakenBackToWork() {
        List<TaskState.Step> steps = List.of(TaskState.Step.values());
        forAll(random -> random.ints(12, 0, steps.size()).mapToObj(steps::get).toList(), path -> {
            TaskState state = TaskState.OPEN;
            for (TaskState.Step step : path) {
                state = state.after(step).orElse(state);
            }
            if (state.settled()) {
                assertTrue(state.after(TaskState.Step.REOPENED).isPresent());
            }
        });
    }

    @Test
    void talkingAboutATaskMovesItNowhereAndSettledOnesAreNeitherMovedNorHandedOver() {
        for (TaskState state : TaskState.values()) {
            assertEquals(Optional.of(state), state.after(TaskState.Step.REMARKED));
            for (TaskState.Step step : List.of(TaskState.Step.MOVED, TaskState.Step.HANDED_OVER)) {
                assertEquals(state.toDo() ? Optional.of(state) : Optional.empty(), state.after(step));
            }
        }
    }

    @Test
    void nobodyVerifiesTheirOwnWork() {
        UUID doer = UUID.randomUUID();
        UUID owner = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Verification v = new Verification(Severity.MAJOR, Set.of(doer, owner), UUID.randomUUID());
        assertEquals(Optional.of(Verification.Objection.OWN_WORK), v.objectionTo(doer, Optional.empty()));
        assertEquals(Optional.of(Verification.Objection.OWN_WORK), v.objectionTo(owner, Optional.empty()));
        assertEquals(Optional.empty(), v.objectionTo(other, Optional.empty()));
    }

    @Test
    void zeroToleranceIsNotVerifiedByItsOwnDepartment() {
        UUID department = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertEquals(
                Optional.of(Verification.Objection.OWN_DEPARTMENT),
                new Verification(Severity.ZERO_TOLERANCE, Set.of(UUID.randomUUID()), department)
                        .objectionTo(other, Optional.of(department)));
        assertEquals(
                Optional.empty(),
                new Verification(Severity.CRITICAL, Set.of(UUID.randomUUID()), department)
                        .objectionTo(other, Optional.of(department)));
    }

    @Test
    void aTaskIsDueThreeDaysBeforeTheAuditAtTheLatestAndNeverInThePast() {
        assertEquals(TODAY.plusDays(14), DueDate.of(TODAY, 14, Optional.empty()));
        assertEquals(TODAY.plusDays(7), DueDate.of(TODAY, 14, Optional.of(TODAY.plusDays(10))));
        forAll(random -> new int[] {random.nextInt(120), random.nextInt(200) - 60}, c -> {
            LocalDate due = DueDate.of(TODAY, c[0], Optional.of(TODAY.plusDays(c[1])));
            assertFalse(due.isBefore(TODAY));
            if (c[1] >= 3) {
                assertFalse(due.isAfter(TODAY.plusDays(c[1] - 3)));
            }
        });
    }
}
