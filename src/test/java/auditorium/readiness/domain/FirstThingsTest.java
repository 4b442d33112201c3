package auditorium.readiness.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Severity;
import auditorium.readiness.domain.FirstThings.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FirstThingsTest {

    private record Case(List<Thing<Integer>> things, OptionalLong left) {}

    private static Case some(RandomGenerator random) {
        State[] states = State.values();
        Severity[] severities = Severity.values();
        List<Thing<Integer>> things = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            things.add(new Thing<>(
                    i,
                    states[random.nextInt(states.length)],
                    severities[random.nextInt(severities.length)],
                    random.nextInt(60),
                    "K" + i));
        }
        return new Case(things, random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(200)));
    }

    private static int place(List<Thing<Integer>> order, int what) {
        return order.stream().map(Thing::what).toList().indexOf(what);
    }

    /** Where the first thing stands when it is another one, and all the rest is as it was. */
    private static int placeAs(Case c, Thing<Integer> other) {
        List<Thing<Integer>> things = new ArrayList<>(c.things());
        things.set(0, other);
        return place(FirstThings.of(things, c.left(), 100), other.what());
    }

    @Test
    void anOpenZeroToleranceGapStandsBeforeEverythingElseAndWhatIsReadyIsNotThere() {
        forAll(FirstThingsTest::some, c -> {
            List<Thing<Integer>> order = FirstThings.of(c.things(), c.left(), 100);
            assertEquals(c.things().stream().filter(t -> t.state().open()).count(), order.size());
            boolean other = false;
            for (Thing<Integer> t : order) {
                assertTrue(!other || t.state() != State.STOP);
                other |= t.state() != State.STOP;
            }
        });
    }

    @Test
    void whatIsHeavierOrEasierOrWorseNeverStandsLater() {
        forAll(FirstThingsTest::some, c -> {
            Thing<Integer> t = c.things().getFirst();
            int now = placeAs(c, t);
            if (now < 0) {
                return;
            }
            for (Severity heavier : Severity.values()) {
                if (heavier.weight() > t.grade().weight()) {
                    assertTrue(placeAs(c, new Thing<>(t.what(), t.state(), heavier, t.days(), t.key())) <= now);
                }
            }
            for (int days = t.days() - 1; days >= 0; days -= 7) {
                assertTrue(placeAs(c, new Thing<>(t.what(), t.state(), t.grade(), days, t.key())) <= now);
            }
            for (State worse : State.values()) {
                if (worse.compareTo(t.state()) < 0) {
                    assertTrue(placeAs(c, new Thing<>(t.what(), worse, t.grade(), t.days(), t.key())) <= now);
                }
            }
        });
    }

    @Test
    void theOrderDoesNotHangOnTheOrderInWhichThingsCome() {
        forAll(FirstThingsTest::some, c -> {
            List<Thing<Integer>> shuffled = new ArrayList<>(c.things());
            Collections.shuffle(shuffled, new Random(c.things().size()));
            assertEquals(FirstThings.of(c.things(), c.left(), 10), FirstThings.of(shuffled, c.left(), 10));
        });
    }

    @Test
    void theNearerTheAuditTheMoreWhatCanStillBeDoneCounts() {
        Thing<Integer> slow = new Thing<>(1, State.FAILING, Severity.CRITICAL, 40, "A");
        Thing<Integer> quick = new Thing<>(2, State.GAP, Severity.CRITICAL, 21, "B");
        Thing<Integer> look = new Thing<>(3, State.UNKNOWN, Severity.CRITICAL, 1, "C");
        assertEquals(List.of(look, slow, quick), FirstThings.of(List.of(slow, quick, look), OptionalLong.of(90), 10));
        assertEquals(List.of(look, quick, slow), FirstThings.of(List.of(slow, quick, look), OptionalLong.of(21), 10));
        forAll(FirstThingsTest::some, c -> {
            List<Thing<Integer>> far = FirstThings.of(c.things(), OptionalLong.of(80), 100);
            List<Thing<Integer>> near = FirstThings.of(c.things(), OptionalLong.of(8), 100);
            for (Thing<Integer> a : far) {
                for (Thing<Integer> b : far) {
                    boolean quicker = a.days() < b.days() && (a.state() == State.STOP) == (b.state() == State.STOP);
                    if (quicker && place(far, a.what()) < place(far, b.what())) {
                        assertTrue(place(near, a.what()) < place(near, b.what()), a + " before " + b);
                    }
                }
            }
        });
    }

    @Test
    void noMoreThanWereAskedFor() {
        forAll(
                FirstThingsTest::some,
                c -> assertTrue(FirstThings.of(c.things(), c.left(), 10).size() <= 10));
    }
}
