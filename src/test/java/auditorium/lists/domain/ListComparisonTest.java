package auditorium.lists.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.library.content.Severity;
import auditorium.lists.domain.ListComparison.Change;
import auditorium.lists.domain.ListComparison.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListComparisonTest {

    private static final String FIRE =
            "Fire extinguishers are inspected monthly and the inspection is recorded on a tag";
    private static final String EXITS = "Emergency exits stay unlocked and free of goods during all working hours";
    private static final String AGE = "工厂保存每名员工的年龄证明复印件";
    private static final String HOURS = "每周加班时间不超过法律规定的上限";

    private static ListLine line(String reference, String words) {
        boolean han = words.codePoints().anyMatch(Wording::han);
        return new ListLine("", reference, han ? words : "", han ? "" : words, Optional.empty(), Wanted.NOTHING_SAID);
    }

    private static List<Kind> kinds(List<Change> changes) {
        return changes.stream().map(Change::kind).toList();
    }

    @Test
    void theSameWordsAreTheSameLineUnderWhateverNumber() {
        List<Change> changes = ListComparison.of(
                List.of(line("1", FIRE), line("2", AGE)),
                List.of(line("7", AGE), line("8", FIRE.toUpperCase(java.util.Locale.ROOT))));
        assertEquals(List.of(Kind.SAME, Kind.SAME), kinds(changes));
        assertEquals(List.of(1), changes.get(0).before());
    }

    @Test
    void anotherGradeIsAChange() {
        ListLine graver = new ListLine("", "1", AGE, "", Optional.of(Severity.CRITICAL), Wanted.NOTHING_SAID);
        assertEquals(List.of(Kind.REWORDED), kinds(ListComparison.of(List.of(line("1", AGE)), List.of(graver))));
    }

    @Test
    void aFewOtherWordsAreTheLineReworded() {
        List<Change> changes = ListComparison.of(
                List.of(line("1", FIRE), line("2", HOURS)),
                List.of(line("1", FIRE.replace("monthly", "every month")), line("2", "每周的加班时间不超过当地法律规定的上限")));
        assertEquals(List.of(Kind.REWORDED, Kind.REWORDED), kinds(changes));
        assertTrue(changes.get(0).percent() > 70, changes.toString());
    }

    @Test
    void aLineThatBecomesTwoIsSplitAndTwoThatBecomeOneAreMerged() {
        String both = FIRE + ". " + EXITS;
        List<Change> split =
                ListComparison.of(List.of(line("1", both)), List.of(line("1.1", FIRE), line("1.2", EXITS)));
        assertEquals(List.of(new Change(Kind.SPLIT, List.of(0), List.of(0, 1), 100)), split);
        List<Change> merged =
                ListComparison.of(List.of(line("1.1", FIRE), line("1.2", EXITS)), List.of(line("1", both)));
        assertEquals(List.of(new Change(Kind.MERGED, List.of(0, 1), List.of(0), 100)), merged);
        List<Change> chinese =
                ListComparison.of(List.of(line("3", AGE + "，" + HOURS)), List.of(line("3", HOURS), line("4", AGE)));
        assertEquals(List.of(Kind.SPLIT), kinds(chinese));
    }

    @Test
    void whatIsNewIsNewAndWhatIsGoneIsGone() {
        assertEquals(
                List.of(Kind.NEW, Kind.REMOVED),
                kinds(ListComparison.of(List.of(line("1", FIRE)), List.of(line("9", AGE)))));
    }

    @Test
    void twoLinesThatSayTheSameStayTwo() {
        List<Change> changes = ListComparison.of(
                List.of(line("1", FIRE), line("2", FIRE)), List.of(line("2", FIRE), line("3", FIRE), line("1", FIRE)));
        assertEquals(List.of(Kind.SAME, Kind.NEW, Kind.SAME), kinds(changes));
        assertEquals(List.of(1), changes.get(0).before());
    }

    private record Editions(List<ListLine> before, List<ListLine> after, long seed) {}

    /** A list, and what a customer might make of it. */
    private static Editions editions(RandomGenerator random) {
        List<ListLine> before = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 25); i++) {
            before.add(line(random.nextInt(4) == 0 ? "" : "" + (i + 1), sentence(random)));
        }
        List<ListLine> after = new ArrayList<>();
        for (ListLine old : before) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> after.add(line(old.reference(), old.words() + " " + word(random)));
                case 2 -> after.add(line("n" + after.size(), sentence(random)));
                case 3 -> {
                    String words = old.words();
                    after.add(line(old.reference(), words.substring(0, words.length() / 2)));
                    after.add(line("", words.substring(words.length() / 2)));
                }
                default -> after.add(old);
            }
        }
        return new Editions(before, after, random.nextLong());
    }

    private static String sentence(RandomGenerator random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < random.nextInt(2, 14); i++) {
            words.append(word(random)).append(' ');
        }
        return words.toString().strip();
    }

    private static String word(RandomGenerator random) {
        String[] words = {
            "record",
            "exit",
            "door",
            "training",
            "wage",
            "消防",
            "通道",
            "年龄",
            "证明",
            "chemical",
            "label",
            "工资",
            "记录",
            "drill",
            "first",
            "aid",
            "machine",
            "guard",
            "宿舍",
            "食堂",
            "visitor",
            "seal",
            "container",
            "password"
        };
        return words[random.nextInt(words.length)] + (random.nextInt(5) == 0 ? random.nextInt(30) : "");
    }

    @Test
    void everyLineOfBothEditionsIsInExactlyOneChange() {
        Cases.forAll(ListComparisonTest::editions, e -> {
            List<Change> changes = ListComparison.of(e.before(), e.after());
            assertEquals(
                    IntStream.range(0, e.before().size()).boxed().toList(),
                    changes.stream().flatMap(c -> c.before().stream()).sorted().toList());
            assertEquals(
                    IntStream.range(0, e.after().size()).boxed().toList(),
                    changes.stream().flatMap(c -> c.after().stream()).sorted().toList());
            for (Change c : changes) {
                boolean fits = switch (c.kind()) {
                    case SAME, REWORDED -> c.before().size() == 1 && c.after().size() == 1;
                    case SPLIT -> c.before().size() == 1 && c.after().size() > 1;
                    case MERGED -> c.before().size() > 1 && c.after().size() == 1;
                    case REMOVED -> c.before().size() == 1 && c.after().isEmpty();
                    case NEW -> c.before().isEmpty() && c.after().size() == 1;
                };
                assertTrue(fits, c.toString());
            }
        });
    }

    @Test
    void aListComparedWithItselfIsTheSame() {
        Cases.forAll(
                ListComparisonTest::editions,
                e -> assertTrue(ListComparison.of(e.before(), e.before()).stream()
                        .allMatch(c -> c.kind() == Kind.SAME && c.before().equals(c.after()))));
    }

    /** What belongs to what, by what the lines say. */
    private static Set<String> said(List<ListLine> before, List<ListLine> after) {
        Set<String> said = new TreeSet<>();
        for (Change c : ListComparison.of(before, after)) {
            said.add(c.kind()
                    + c.before().stream()
                            .map(i -> before.get(i).toString())
                            .sorted()
                            .toList()
                            .toString()
                    + c.after().stream()
                            .map(i -> after.get(i).toString())
                            .sorted()
                            .toList());
        }
        return said;
    }

    @Test
    void theOrderOfTheRowsPlaysNoPart() {
        Cases.forAll(ListComparisonTest::editions, e -> {
            List<ListLine> before = new ArrayList<>(e.before());
            List<ListLine> after = new ArrayList<>(e.after());
            Collections.shuffle(before, new Random(e.seed()));
            Collections.shuffle(after, new Random(e.seed() + 1));
            assertEquals(said(e.before(), e.after()), said(before, after));
        });
    }
}
