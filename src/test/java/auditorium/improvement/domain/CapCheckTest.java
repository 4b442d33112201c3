package auditorium.improvement.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CapCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String[] WORDS = {"", "先停机", "=1+1", "挡板拆了\n没人装回", "a\nb\nc\nd\ne"};

    private static CapRow row(long number, int task, int finding, RandomGenerator random) {
        boolean without = task % 7 == 6;
        return new CapRow(
                number,
                (without ? "F:" : "T:") + task,
                "f" + finding,
                WORDS[random.nextInt(3)],
                random.nextBoolean() ? "" : "RC-" + random.nextInt(3),
                WORDS[random.nextInt(WORDS.length)],
                without ? "" : "A" + random.nextInt(4),
                without ? "" : TODAY.plusDays(random.nextInt(90) - 20L).toString(),
                "");
    }

    /** Findings say the same in each of their rows. */
    private static List<CapRow> plan(RandomGenerator random) {
        List<CapRow> plan = new ArrayList<>();
        Map<String, CapRow> words = new HashMap<>();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            CapRow r = row(0, i, i / 2, random);
            CapRow w = words.computeIfAbsent(r.finding(), k -> r);
            plan.add(new CapRow(0, r.key(), r.finding(), w.containment(), w.cause(), w.whys(), r.owner(), r.due(), ""));
        }
        return plan;
    }

    private static CapCheck check(List<CapRow> current) {
        return new CapCheck(current, p -> p.matches("A[0-3]"), c -> c.matches("RC-[0-2]"), k -> true, TODAY);
    }

    @Test
    void whatWasTakenAwayAndBroughtBackUnchangedChangesNothing() {
        forAll(
                CapCheckTest::plan,
                plan -> check(plan).check(plan).forEach(c -> {
                    assertTrue(c.problem().isEmpty(), c.toString());
                    assertTrue(c.differences().isEmpty(), c.toString());
                }));
    }

    @Test
    void whatCanBeTakenIsTakenAsItStandsAndComparedAgainChangesNothing() {
        forAll(random -> List.of(plan(random), plan(random)), two -> {
            List<CapRow> current = two.get(0);
            List<CapRow> sheet = two.get(1);
            List<CapCheck.Checked> checked = check(current).check(sheet);
            assertEquals(sheet.size(), checked.size());
            if (checked.stream().anyMatch(c -> c.problem().isPresent())) {
                return;
            }
            Map<String, CapRow> words = new HashMap<>(); // by finding: what a changed row says
            Map<String, CapRow> now = new HashMap<>();
            current.forEach(r -> now.put(r.key(), r));
            checked.stream()
                    .filter(c -> !c.row().sameWords(now.getOrDefault(c.row().key(), c.row())))
                    .forEach(c ->
                            words.put(now.getOrDefault(c.row().key(), c.row()).finding(), c.row()));
            Map<String, CapRow> rows = new HashMap<>();
            checked.forEach(c -> rows.put(c.row().key(), c.row()));
            List<CapRow> after = current.stream()
                    .map(r -> {
                        CapRow w = words.getOrDefault(r.finding(), r);
                        CapRow t = rows.getOrDefault(r.key(), r);
                        return new CapRow(
                                0, r.key(), r.finding(), w.containment(), w.cause(), w.whys(), t.owner(), t.due(), "");
                    })
                    .toList();
            check(after)
                    .check(after)
                    .forEach(c ->
                            assertTrue(c.differences().isEmpty() && c.problem().isEmpty()));
            check(after).check(sheet).stream()
                    .flatMap(c -> c.differences().stream())
                    .forEach(d -> assertTrue(
                            d.field() != CapCheck.Field.OWNER && d.field() != CapCheck.Field.DUE, d.toString()));
        });
    }

    @Test
    void everythingThatCantBeIsSaidOfItsRowAndNothingElseIsTouched() {
        CapRow task = new CapRow(0, "T:1", "f", "", "", "", "A1", "2026-12-01", "");
        CapRow twin = new CapRow(0, "T:2", "f", "", "", "", "A1", "2026-12-01", "");
        CapCheck check = new CapCheck(
                List.of(task, twin), p -> p.equals("A1"), c -> c.equals("RC-1"), k -> k.equals("T:1"), TODAY);
        assertEquals(Optional.of(CapCheck.Problem.UNKNOWN_ROW), one(check, "T:9", "", "", "", "A1", "2026-12-01"));
        assertEquals(
                Optional.of(CapCheck.Problem.UNKNOWN_CAUSE), one(check, "T:1", "", "RC-9", "", "A1", "2026-12-01"));
        assertEquals(
                Optional.of(CapCheck.Problem.TOO_MANY_WHYS),
                one(check, "T:1", "", "", "1\n2\n3\n4\n5\n6", "A1", "2026-12-01"));
        assertEquals(Optional.of(CapCheck.Problem.UNKNOWN_PERSON), one(check, "T:1", "", "", "", "A9", "2026-12-01"));
        assertEquals(Optional.of(CapCheck.Problem.NO_DAY), one(check, "T:1", "", "", "", "A1", "soon"));
        assertEquals(Optional.of(CapCheck.Problem.PAST), one(check, "T:1", "", "", "", "A1", "2026-11-25"));
        assertEquals(Optional.of(CapCheck.Problem.NOT_OPEN), one(check, "T:2", "", "", "", "A1", "2026-12-02"));
        assertEquals(Optional.empty(), one(check, "T:1", "停机", "RC-1", "1\n2", "A1", "2026年12月2日"));
        CapRow first = new CapRow(2, "T:1", "", "停机", "", "", "A1", "2026-12-01", "");
        CapRow second = new CapRow(3, "T:2", "", "断电", "", "", "A1", "2026-12-01", "");
        List<CapCheck.Checked> both = check.check(List.of(first, first, second));
        assertEquals(Optional.empty(), both.get(0).problem());
        assertEquals(Optional.of(CapCheck.Problem.TWICE), both.get(1).problem());
        assertEquals(Optional.of(CapCheck.Problem.CONTRADICTION), both.get(2).problem());
    }

    private static Optional<CapCheck.Problem> one(
            CapCheck check, String key, String containment, String cause, String whys, String owner, String due) {
        return check.check(List.of(new CapRow(2, key, "", containment, cause, whys, owner, due, "")))
                .get(0)
                .problem();
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        for (String typed : List.of("2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日", " 2026 年 12 月 1 日 ")) {
            assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), CapRow.day(typed), typed);
        }
        for (String typed : List.of("", "2026-02-30", "1.12.2026", "tomorrow", "2026-12-01x")) {
            assertEquals(Optional.empty(), CapRow.day(typed), typed);
        }
    }
}
