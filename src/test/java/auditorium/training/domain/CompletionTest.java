package auditorium.training.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

    private record Case(List<String> meant, Map<String, Completion.Passed> passed, Optional<Instant> before) {}

    private static Case some(RandomGenerator random) {
        List<String> meant = new ArrayList<>();
        Map<String, Completion.Passed> passed = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            String lesson = "A" + i;
            if (random.nextBoolean()) {
                meant.add(lesson);
            }
            if (random.nextInt(5) > 0) {
                passed.put(
                        lesson,
                        new Completion.Passed(
                                lesson,
                                "v",
                                DAY.plusSeconds(random.nextInt(100)),
                                random.nextInt(4) == 0
                                        ? Optional.of(LocalDate.of(2027, 1 + random.nextInt(12), 1))
                                        : Optional.empty()));
            }
        }
        Optional<Instant> before =
                random.nextBoolean() ? Optional.empty() : Optional.of(DAY.plusSeconds(random.nextInt(60)));
        return new Case(meant, passed, before);
    }

    @Test
    void aCourseIsCompletedWhenEveryLessonMeantIsMasteredSinceTheLastCertificate() {
        Cases.forAll(CompletionTest::some, c -> {
            boolean expected = !c.meant().isEmpty()
                    && c.meant().stream()
                            .allMatch(l -> Optional.ofNullable(c.passed().get(l))
                                    .filter(p -> c.before()
                                            .map(b -> p.at().isAfter(b))
                                            .orElse(true))
                                    .isPresent());
            Optional<Completion> completion = Completion.of(c.meant(), c.passed(), c.before());
            assertEquals(expected, completion.isPresent());
            completion.ifPresent(done -> {
                assertEquals(
                        c.meant(),
                        done.lessons().stream().map(Completion.Passed::lesson).toList());
                done.until()
                        .ifPresent(u -> assertTrue(done.lessons().stream()
                                .allMatch(
                                        p -> p.until().map(x -> !x.isBefore(u)).orElse(true))));
            });
        });
    }

    @Test
    void aCertificateHoldsNoLongerThanItsMonthsAndThanAnyLessonsOwnEnd() {
        LocalDate issued = LocalDate.of(2026, 11, 26);
        LocalDate soon = LocalDate.of(2027, 3, 1);
        Completion open = new Completion(List.of(), Optional.empty());
        Completion ending = new Completion(List.of(), Optional.of(soon));
        assertEquals(Optional.of(LocalDate.of(2027, 11, 25)), open.validUntil(issued, Optional.of(12)));
        assertEquals(Optional.empty(), open.validUntil(issued, Optional.empty()));
        assertEquals(Optional.of(soon), ending.validUntil(issued, Optional.of(12)));
        assertEquals(Optional.of(soon), ending.validUntil(issued, Optional.empty()));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 25)), ending.validUntil(issued, Optional.of(1)));
    }

    @Test
    void aCertificateHoldsThroughItsLastDayAndRevocationOutweighsAll() {
        LocalDate last = LocalDate.of(2027, 11, 25);
        assertEquals(Validity.VALID, Validity.of(false, false, Optional.of(last), last));
        assertEquals(Validity.EXPIRED, Validity.of(false, false, Optional.of(last), last.plusDays(1)));
        assertEquals(Validity.VALID, Validity.of(false, false, Optional.empty(), last));
        assertEquals(Validity.SUPERSEDED, Validity.of(false, true, Optional.of(last), last.plusDays(1)));
        assertEquals(Validity.REVOKED, Validity.of(true, true, Optional.of(last), last.plusDays(1)));
    }

    @Test
    void aMaskedNameCanBeComparedButNotRead() {
        assertEquals("李*英", Masked.name("李秀英"));
        assertEquals("李*", Masked.name("李英"));
        assertEquals("欧**雪", Masked.name("欧阳飞雪"));
        assertEquals("A** W***", Masked.name(" Ada  Wong "));
        assertEquals("N***** V** A*".replace("N*****", "N***"), Masked.name("Nguyen Van A"));
        assertEquals("𠮷*", Masked.name("𠮷野"));
        Cases.forAll(
                random -> {
                    StringBuilder name = new StringBuilder();
                    for (int i = 2 + random.nextInt(6); i > 0; i--) {
                        name.appendCodePoint(0x4e00 + random.nextInt(0x5000));
                    }
                    return name.toString();
                },
                name -> assertFalse(Masked.name(name).contains(name.substring(0, 2))));
    }
}
