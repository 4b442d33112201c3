package auditorium.improvement.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static List<Closing.Part> tasks(RandomGenerator random) {
        return Stream.generate(() -> new Closing.Part(
                        List.of(Kind.values()).get(random.nextInt(Kind.values().length)),
                        List.of(TaskState.values()).get(random.nextInt(TaskState.values().length))))
                .limit(random.nextInt(6))
                .toList();
    }

    @Test
    void aFindingIsVerifiedOnlyWhenSomethingWasDoneAndEverythingElseIsSettled() {
        forAll(ClosingTest::tasks, tasks -> {
            boolean verified = new Closing(tasks, false).missing().isEmpty();
            assertEquals(
                    tasks.stream().allMatch(t -> t.state().settled())
                            && tasks.stream().anyMatch(t -> t.state() == TaskState.VERIFIED),
                    verified);
        });
    }

    @Test
    void oneMoreOpenTaskNeverClosesAFinding() {
        forAll(ClosingTest::tasks, tasks -> {
            for (TaskState state : List.of(TaskState.OPEN, TaskState.IN_PROGRESS, TaskState.DONE)) {
                List<Closing.Part> more = new ArrayList<>(tasks);
                more.add(new Closing.Part(Kind.CORRECTION, state));
                assertTrue(new Closing(more, false).missing().isPresent());
            }
        });
    }

    @Test
    void aSecondFailureAsksForSomethingPreventiveAndNeverForLess() {
        forAll(ClosingTest::tasks, tasks -> {
            Optional<Closing.Missing> first = new Closing(tasks, false).missing();
            Optional<Closing.Missing> second = new Closing(tasks, true).missing();
            if (first.isPresent()) {
                assertEquals(first, second);
            } else {
                boolean prevented =
                        tasks.stream().anyMatch(t -> t.kind() == Kind.PREVENTIVE && t.state() == TaskState.VERIFIED);
                assertEquals(prevented ? Optional.empty() : Optional.of(Closing.Missing.NO_PREVENTIVE), second);
            }
        });
        assertFalse(Closing.systemic(0, 0));
        assertTrue(Closing.systemic(1, 0));
        assertTrue(Closing.systemic(0, 1));
    }

    @Test
    void theWorseTheFindingTheSoonerItIsLookedAtAgainAndNeverOnTheDayOfVerification() {
        for (int i = 1; i < Severity.values().length; i++) {
            assertTrue(Effectiveness.checkOn(List.of(Severity.values()).get(i - 1), TODAY)
                    .isBefore(Effectiveness.checkOn(List.of(Severity.values()).get(i), TODAY)));
        }
        forAll(random -> new int[] {random.nextInt(4), random.nextInt(200)}, c -> {
            LocalDate on = Effectiveness.checkOn(List.of(Severity.values()).get(c[0]), TODAY);
            assertTrue(Effectiveness.tooEarly(on, TODAY));
            assertEquals(TODAY.plusDays(c[1]).isBefore(on), Effectiveness.tooEarly(on, TODAY.plusDays(c[1])));
        });
    }

    @Test
    void aWorseGradeIsNeverDueLaterAndTheAuditIsAlwaysAhead() {
        forAll(random -> new int[] {random.nextInt(120), random.nextInt(200) - 20, random.nextInt(5)}, c -> {
            Optional<LocalDate> audit = Optional.of(TODAY.plusDays(c[1]));
            LocalDate before = LocalDate.MIN;
            LocalDate own = LocalDate.MIN;
            for (Severity grade : Severity.values()) {
                LocalDate due = DueDate.of(TODAY, grade, c[0], audit);
                LocalDate words =
                        DueDate.of(TODAY, grade, List.of(Kind.values()).get(c[2]), audit);
                assertFalse(due.isBefore(before));
                assertFalse(words.isBefore(own));
                assertFalse(due.isBefore(TODAY));
                assertFalse(due.isAfter(TODAY.plusDays(c[0])));
                if (c[1] >= 3) {
                    assertFalse(due.isAfter(TODAY.plusDays(c[1] - 3)));
                    assertFalse(words.isAfter(TODAY.plusDays(c[1] - 3)));
                }
                before = due;
                own = words;
            }
        });
        assertEquals(TODAY, DueDate.of(TODAY, Severity.ZERO_TOLERANCE, Kind.CONTAINMENT, Optional.empty()));
        assertEquals(TODAY.plusDays(7), DueDate.of(TODAY, Severity.ZERO_TOLERANCE, 90, Optional.empty()));
        assertEquals(TODAY.plusDays(1), DueDate.of(TODAY, Severity.MINOR, 1, Optional.empty()));
    }

    @Test
    void trainingIsProvenByEnoughPeopleWhoKnowEnoughAndNeverByFewerOrLess() {
        forAll(
                random -> {
                    int people = 1 + random.nextInt(300);
                    int quizzed = random.nextInt(people + 1);
                    int possible = random.nextInt(1000);
                    return new TrainingProof(
                            people, quizzed, possible == 0 ? 0 : random.nextInt(possible + 1), possible);
                },
                proof -> {
                    boolean enough = proof.missing().isEmpty();
                    assertEquals(
                            100L * proof.requizzed() >= 95L * proof.people()
                                    && proof.possible() > 0
                                    && 100 * proof.earned() >= 80 * proof.possible(),
                            enough);
                    if (!enough && proof.requizzed() > 0 && proof.earned() > 0) {
                        assertTrue(new TrainingProof(
                                        proof.people(), proof.requizzed() - 1, proof.earned() - 1, proof.possible())
                                .missing()
                                .isPresent());
                    }
                });
        assertTrue(new TrainingProof(0, 0, 0, 0).missing().isPresent());
    }

    @Test
    void noDoerJudgesAndForZeroToleranceNobodyOfTheDepartment() {
        forAll(random -> random.nextInt(64), bits -> {
            UUID judge = new UUID(1, 1);
            UUID department = new UUID(2, 2);
            boolean did = (bits & 1) != 0;
            boolean same = (bits & 2) != 0;
            Severity grade = List.of(Severity.values()).get((bits >> 2) & 3);
            Optional<Verification.Objection> objection = new Verification(
                            grade,
                            did ? java.util.Set.of(judge, new UUID(3, 3)) : java.util.Set.of(new UUID(3, 3)),
                            department)
                    .objectionTo(judge, same ? Optional.of(department) : Optional.of(new UUID(4, 4)));
            assertEquals(did || (same && grade == Severity.ZERO_TOLERANCE), objection.isPresent());
        });
    }
}
