package auditorium.improvement.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What time alone brings, and whom words reach. */
class TimeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

    @Test
    void turnsOfARoutineAreItsOwnDaysWhicheverWindowIsAskedFor() {
        forAll(
                random -> new int[] {random.nextInt(5), random.nextInt(900), random.nextInt(400), random.nextInt(400)},
                c -> {
                    Rhythm rhythm = List.of(Rhythm.values()).get(c[0]);
                    LocalDate first = FIRST.plusDays(c[1] % 40);
                    LocalDate from = first.plusDays(c[1] - 100L);
                    LocalDate middle = from.plusDays(c[2]);
                    LocalDate until = middle.plusDays(1L + c[3]);
                    List<LocalDate> whole = rhythm.turns(first, from, until);
                    Set<LocalDate> parts = new HashSet<>(rhythm.turns(first, from, middle));
                    parts.addAll(rhythm.turns(first, middle, until)); // windows may overlap: a turn has one key
                    assertEquals(new HashSet<>(whole), parts);
                    assertEquals(whole.size(), new HashSet<>(whole).size());
                    whole.forEach(day -> assertFalse(day.isBefore(first) || day.isBefore(from) || day.isAfter(until)));
                });
    }

    @Test
    void aThirtyFirstComesBackAfterAShortMonth() {
        assertEquals(LocalDate.of(2026, 2, 28), Rhythm.MONTHLY.turn(FIRST, 1));
        assertEquals(LocalDate.of(2026, 3, 31), Rhythm.MONTHLY.turn(FIRST, 2));
        assertEquals(LocalDate.of(2028, 2, 29), Rhythm.YEARLY.turn(LocalDate.of(2024, 2, 29), 4));
    }

    @Test
    void theLaterATaskTheHigherItGoesAndTheWorseTheSooner() {
        forAll(random -> new int[] {random.nextInt(4), random.nextInt(60) - 10}, c -> {
            Severity grade = List.of(Severity.values()).get(c[0]);
            int level = Escalation.level(grade, c[1]);
            assertTrue(Escalation.level(grade, c[1] + 1) >= level);
            if (c[0] > 0) {
                assertTrue(Escalation.level(List.of(Severity.values()).get(c[0] - 1), c[1]) >= level);
            }
            if (c[1] <= 0) {
                assertEquals(Escalation.NOBODY, level);
            }
        });
        assertEquals(Escalation.CONSULTANT, Escalation.level(Severity.MINOR, 30));
        assertEquals(Escalation.FACTORY, Escalation.level(Severity.ZERO_TOLERANCE, 1));
    }

    @Test
    void onlyNamesBehindAnAtAreMeantAndOfTwoThatFitTheLongerOne() {
        assertEquals(Set.of("王芳"), Mentions.in("请@王芳看一下，李秀英也来", List.of("王芳", "李秀英")));
        assertEquals(Set.of("王芳芳"), Mentions.in("@王芳芳 在吗", List.of("王芳", "王芳芳")));
        assertEquals(Set.of(), Mentions.in("a@b.c @ 王芳", List.of("王芳")));
        forAll(
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 30; i++) {
                        text.append("@王芳李 ".charAt(random.nextInt(5)));
                    }
                    return text.toString();
                },
                text -> {
                    List<String> names = List.of("王", "王芳", "李", "芳李");
                    Set<String> found = Mentions.in(text, names);
                    found.forEach(n -> assertTrue(text.contains("@" + n)));
                    names.stream()
                            .filter(n -> names.stream().noneMatch(m -> !m.equals(n) && m.startsWith(n)))
                            .filter(n -> text.contains("@" + n))
                            .forEach(n -> assertTrue(found.contains(n)));
                });
    }
}
