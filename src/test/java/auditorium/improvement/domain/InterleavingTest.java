package auditorium.improvement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.Cases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InterleavingTest {

    private record Thing(int day, String name) {}

    private record Both(List<Thing> few, List<Thing> many, int size) {}

    private static final Comparator<Thing> BY_DAY = Comparator.comparingInt(Thing::day);

    private static List<Thing> things(RandomGenerator random, String name, int most) {
        List<Thing> things = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            things.add(new Thing(random.nextInt(12), name + i));
        }
        things.sort(BY_DAY);
        return things;
    }

    @Test
    void pageByPageEverythingComesOnceAndInOrderThoughOfTheManyOnlyAWindowIsRead() {
        Cases.forAll(
                random -> new Both(things(random, "few", 9), things(random, "many", 40), 1 + random.nextInt(7)),
                both -> {
                    List<Thing> whole = new ArrayList<>(both.many());
                    whole.addAll(both.few());
                    whole.sort(BY_DAY); // stable: the many come first
                    List<Thing> read = new ArrayList<>();
                    for (int from = 0; from < whole.size() + both.size(); from += both.size()) {
                        int first = Interleaving.first(from, both.few().size());
                        int to = from + both.size();
                        List<Thing> window = first >= both.many().size()
                                ? List.of()
                                : both.many()
                                        .subList(first, Math.min(to, both.many().size()));
                        read.addAll(Interleaving.page(both.few(), window, from, to, BY_DAY));
                    }
                    assertEquals(whole, read);
                });
    }
}
