package auditorium.records.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever is done to a chain, the check finds it and says where. */
class ChainCheckTest {

    private static final UUID CLIENT = new UUID(1, 1);
    private static final Instant BEGUN = Instant.parse("2026-11-22T00:00:00Z");

    /** A chain, and a place in it. */
    private record Case(List<Link> chain, int at, RandomGenerator random) {
        @Override
        public String toString() {
            return chain.size() + " entries, at " + at;
        }
    }

    private static Case some(RandomGenerator random) {
        List<Link> chain = chain(3 + random.nextInt(30), random);
        return new Case(chain, 1 + random.nextInt(chain.size()), random);
    }

    private static List<Link> chain(int size, RandomGenerator random) {
        List<Link> chain = new ArrayList<>();
        byte[] previous = new byte[32];
        for (int n = 1; n <= size; n++) {
            Link link = chained(n, previous, BEGUN.plusSeconds(n), "{\"n\":" + random.nextInt(1000) + "}", random);
            chain.add(link);
            previous = link.hash();
        }
        return chain;
    }

    private static Link chained(long n, byte[] previous, Instant at, String payload, RandomGenerator random) {
        Link open = new Link(
                CLIENT,
                n,
                previous,
                at,
                "response",
                new UUID(random.nextLong(), random.nextLong()),
                payload,
                new byte[32]);
        return with(open, open.sequence(), open.previous(), open.at(), open.payload(), open.computed());
    }

    private static Link with(Link l, long sequence, byte[] previous, Instant at, String payload, byte[] hash) {
        return new Link(l.client(), sequence, previous, at, l.kind(), l.subject(), payload, hash);
    }

    private static Link numbered(Link l, long sequence) {
        return with(l, sequence, l.previous(), l.at(), l.payload(), l.hash());
    }

    private static List<Fault> check(List<Link> chain, Link end, NavigableMap<Long, byte[]> anchors) {
        List<Fault> faults = new ArrayList<>();
        ChainCheck check = new ChainCheck(CLIENT, anchors, faults::add);
        chain.forEach(check::accept);
        check.end(end.sequence(), end.hash());
        return faults;
    }

    private static List<Fault> check(List<Link> chain, Link end) {
        return check(chain, end, new TreeMap<>());
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random) {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        Cases.forAll(
                ChainCheckTest::some,
                c -> assertEquals(List.of(), check(c.chain(), c.chain().getLast())));
    }

    @Test
    void aChangedEntryIsNamed() {
        Cases.forAll(ChainCheckTest::some, c -> {
            Link l = c.chain().get(c.at() - 1);
            Link changed = switch (c.random().nextInt(4)) {
                case 0 -> with(l, l.sequence(), flipped(l.previous(), c.random()), l.at(), l.payload(), l.hash());
                case 1 -> with(l, l.sequence(), l.previous(), l.at().plusNanos(1000), l.payload(), l.hash());
                case 2 -> with(l, l.sequence(), l.previous(), l.at(), l.payload() + " ", l.hash());
                default -> with(l, l.sequence(), l.previous(), l.at(), l.payload(), flipped(l.hash(), c.random()));
            };
            List<Link> chain = new ArrayList<>(c.chain());
            chain.set(c.at() - 1, changed);
            List<Fault> faults = check(chain, c.chain().getLast());
            assertEquals(Fault.at(Fault.What.CHANGED, c.at()), faults.getFirst());
            assertTrue(faults.stream().allMatch(f -> f.sequence() == c.at()), faults.toString());
        });
    }

    @Test
    void aRemovedEntryIsNamedWhereverItStood() {
        Cases.forAll(ChainCheckTest::some, c -> {
            List<Link> chain = new ArrayList<>(c.chain());
            chain.remove(c.at() - 1);
            assertEquals(
                    List.of(Fault.at(Fault.What.MISSING, c.at())),
                    check(chain, c.chain().getLast()));
        });
    }

    @Test
    void anEntryThatWasRemovedAndHiddenByNewNumbersIsNamed() {
        Cases.forAll(ChainCheckTest::some, c -> {
            List<Link> chain = new ArrayList<>(c.chain());
            chain.remove(c.at() - 1);
            chain.replaceAll(l -> l.sequence() > c.at() ? numbered(l, l.sequence() - 1) : l);
            List<Fault> faults = check(chain, c.chain().getLast());
            assertEquals(Fault.at(Fault.What.MISSING, c.at()), faults.getFirst());
        });
    }

    @Test
    void anEntryThatWasPutInIsNamed() {
        Cases.forAll(ChainCheckTest::some, c -> {
            if (c.at() == c.chain().size()) {
                return; // at the end: a test of its own, with the database
            }
            List<Link> chain = new ArrayList<>(c.chain());
            Link before = chain.get(c.at() - 1);
            chain.replaceAll(l -> l.sequence() > c.at() ? numbered(l, l.sequence() + 1) : l);
            chain.add(c.at(), chained(c.at() + 1L, before.hash(), before.at(), "{}", c.random()));
            List<Fault> faults = check(chain, chain.getLast());
            assertEquals(List.of(Fault.at(Fault.What.ADDED, c.at() + 1L)), faults);
        });
    }

    @Test
    void twoEntriesThatChangedPlacesAreBothNamed() {
        Cases.forAll(ChainCheckTest::some, c -> {
            if (c.at() == c.chain().size()) {
                return;
            }
            List<Link> chain = new ArrayList<>(c.chain());
            Link one = chain.get(c.at() - 1);
            Link other = chain.get(c.at());
            chain.set(c.at() - 1, numbered(other, one.sequence()));
            chain.set(c.at(), numbered(one, other.sequence()));
            List<Fault> faults = check(chain, c.chain().getLast());
            assertTrue(faults.size() >= 1 && faults.getFirst().sequence() == c.at(), faults.toString());
            Collections.swap(chain, c.at() - 1, c.at()); // and in a file, lines
            assertEquals(c.at(), check(chain, c.chain().getLast()).getFirst().sequence());
        });
    }

    @Test
    void anEntryThatWasWrittenAnewWithItsRightHashIsNamedByItsNeighbour() {
        Cases.forAll(ChainCheckTest::some, c -> {
            if (c.at() == c.chain().size()) {
                return;
            }
            List<Link> chain = new ArrayList<>(c.chain());
            Link l = chain.get(c.at() - 1);
            chain.set(c.at() - 1, chained(l.sequence(), l.previous(), l.at(), "{\"forged\":true}", c.random()));
            List<Fault> faults = check(chain, c.chain().getLast());
            assertEquals(c.at(), faults.getFirst().sequence(), faults.toString());
        });
    }

    @Test
    void aRewrittenEndIsFoundByWhoeverKeptAnAnchorOutside() {
        Cases.forAll(ChainCheckTest::some, c -> {
            NavigableMap<Long, byte[]> anchors = new TreeMap<>();
            anchors.put((long) c.chain().size(), c.chain().getLast().hash());
            if (c.at() > 1) {
                anchors.put(c.at() - 1L, c.chain().get(c.at() - 2).hash());
            }
            List<Link> chain = new ArrayList<>(c.chain().subList(0, c.at() - 1));
            byte[] previous = chain.isEmpty() ? new byte[32] : chain.getLast().hash();
            for (long n = c.at(); n <= c.chain().size(); n++) {
                chain.add(chained(n, previous, BEGUN.plusSeconds(n), "{\"forged\":true}", c.random()));
                previous = chain.getLast().hash();
            }
            assertEquals(List.of(), check(chain, chain.getLast()), "consistent in itself");
            assertEquals(
                    List.of(Fault.between(Fault.What.ANCHOR, c.at(), c.chain().size())),
                    check(chain, chain.getLast(), anchors));
        });
    }

    @Test
    void aChainThatIsCutShorterThanItsAnchorIsFound() {
        Cases.forAll(ChainCheckTest::some, c -> {
            NavigableMap<Long, byte[]> anchors = new TreeMap<>();
            anchors.put((long) c.chain().size(), c.chain().getLast().hash());
            List<Link> chain = c.chain().subList(0, c.at() - 1);
            Link end = chain.isEmpty() ? numbered(c.chain().get(0), 0) : chain.getLast();
            assertEquals(
                    c.at() - 1 == c.chain().size() ? 0 : 1,
                    check(chain, end, anchors).stream()
                            .filter(f -> f.what() == Fault.What.ANCHOR)
                            .count());
        });
    }

    @Test
    void anEntryOfAnotherClientOrFromThePastIsNamed() {
        RandomGenerator random = new java.util.SplittableRandom(1);
        List<Link> chain = chain(3, random);
        Link third = chain.get(2);
        Link early = chained(3, third.previous(), BEGUN, "{}", random);
        assertEquals(
                List.of(Fault.at(Fault.What.EARLIER, 3)), check(List.of(chain.get(0), chain.get(1), early), early));
        Link foreign = new Link(
                new UUID(9, 9), 2, third.previous(), third.at(), third.kind(), third.subject(), "{}", third.hash());
        assertEquals(
                Fault.What.FOREIGN,
                check(List.of(chain.get(0), foreign, chain.get(1), third), third)
                        .getFirst()
                        .what());
    }
}
