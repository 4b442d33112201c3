package auditorium.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.records.domain.Link;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is appended to the record enters with its transaction, in a chain without gaps, and stays. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerTest {

    @Inject
    Ledger ledger;

    @Inject
    WitnessReport witnesses;

    @Inject
    RecordFixture fixture;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    private static void assertChained(List<Link> chain) {
        byte[] previous = new byte[32];
        long sequence = 0;
        for (Link link : chain) {
            assertEquals(++sequence, link.sequence());
            assertArrayEquals(previous, link.previous(), "entry " + sequence);
            assertArrayEquals(link.computed(), link.hash(), "entry " + sequence);
            previous = link.hash();
        }
    }

    @Test
    @ActivateRequestContext
    void anEntryTellsTheFactsAndOfPersonalWordsASaltedHashOnly() {
        RecordFixture.Factory f = fixture.factory();
        UUID id = fixture.responses(f, 1).get(0);
        List<Link> chain = fixture.chain(f.client());
        assertChained(chain);
        List<Link> told =
                chain.stream().filter(l -> l.kind().equals("response")).toList();
        assertEquals(1, told.size());
        assertEquals(id, told.get(0).subject());
        String payload = told.get(0).payload();
        assertTrue(payload.contains("\"made_at\":\"2026-11-20T03:04:05.123456Z\""), payload);
        assertTrue(payload.contains("\"made_by_name\":\"sha256:"), payload);
        assertFalse(payload.contains("赵敏"), payload);
        assertFalse(payload.contains("封条号"), payload);
        long hidden = scope.inside(
                f.client(),
                () -> ((Number) entities.createNativeQuery(
                                        "select count(*) from record_personal where value in ('赵敏', ?1)")
                                .setParameter(1, "封条号\"登记\"\n缺一页")
                                .getSingleResult())
                        .longValue());
        assertEquals(2, hidden);
    }

    @Test
    @ActivateRequestContext
    void aNewClientsRecordBeginsWithEveryKindAndWithNothingTwice() {
        RecordFixture.Factory f = fixture.factory();
        scope.inside(f.client(), () -> {
            UUID id = fixture.response(f, "");
            ledger.append("response", id); // said twice
            return id;
        });
        List<String> kinds = fixture.chain(f.client()).stream().map(Link::kind).toList();
        assertEquals(1, kinds.stream().filter("response"::equals).count());
        assertTrue(kinds.stream().filter(Ledger.BEGUN::equals).count() >= 5, kinds.toString());
        fixture.responses(f, 1);
        assertEquals(kinds.size() + 1, fixture.chain(f.client()).size());
    }

    @Test
    @ActivateRequestContext
    void whatWasThereBeforeTheRecordBeganIsEnteredOnce() {
        RecordFixture.Factory f = fixture.factory();
        scope.inside(f.client(), () -> {
            for (int i = 0; i < 2300; i++) {
                fixture.unrecorded(f, i % 2 == 0 ? "" : "x");
            }
            return true;
        });
        Witness responses = witnesses.of("response").orElseThrow();
        assertTrue(scope.inside(f.client(), () -> ledger.beginSome(responses, Ledger.FIRST))
                .isPresent()); // a part, as at a start
        scope.inside(f.client(), () -> ledger.begin());
        scope.inside(f.client(), () -> ledger.begin());
        List<Link> chain = fixture.chain(f.client());
        assertChained(chain);
        assertEquals(
                2300, chain.stream().filter(l -> l.kind().equals("response")).count());
    }

    @Test
    @ActivateRequestContext
    void whatIsRolledBackIsNotInTheRecordAndLeavesNoGap() {
        RecordFixture.Factory f = fixture.factory();
        fixture.responses(f, 2);
        int before = fixture.chain(f.client()).size();
        assertThrows(
                IllegalStateException.class,
                () -> scope.inside(f.client(), () -> {
                    fixture.response(f, "never");
                    throw new IllegalStateException("no");
                }));
        fixture.responses(f, 1);
        List<Link> chain = fixture.chain(f.client());
        assertEquals(before + 1, chain.size());
        assertChained(chain);
    }

    @Test
    @ActivateRequestContext
    void numbersHaveNoGapsHoweverManyWriteAtOnce() throws Exception {
        RecordFixture.Factory f = fixture.factory();
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                writers.add(() -> {
                    var context = Arc.container().requestContext();
                    context.activate();
                    try {
                        fixture.responses(f, 20);
                        return true;
                    } finally {
                        context.terminate();
                    }
                });
            }
            for (Future<Boolean> done : pool.invokeAll(writers)) {
                assertTrue(done.get());
            }
        }
        List<Link> chain = fixture.chain(f.client());
        assertChained(chain);
        assertEquals(
                120, chain.stream().filter(l -> l.kind().equals("response")).count());
    }

    @Test
    @ActivateRequestContext
    void theApplicationCanAddToTheRecordAndDoNothingElse() {
        RecordFixture.Factory f = fixture.factory();
        fixture.responses(f, 1);
        for (String table : List.of("record_entry", "record_head", "record_personal")) {
            for (String change : List.of(
                    "delete from " + table,
                    "update " + table + " set client_id = client_id",
                    "truncate " + table,
                    "insert into " + table + " select * from " + table)) {
                RuntimeException refused =
                        assertThrows(RuntimeException.class, () -> scope.inside(f.client(), () -> fixture.sql(change)));
                assertTrue(rootOf(refused).contains("permission denied"), change + ": " + rootOf(refused));
            }
        }
    }

    @Test
    @ActivateRequestContext
    void oneClientsRecordIsNoOtherClients() {
        RecordFixture.Factory one = fixture.factory();
        RecordFixture.Factory other = fixture.factory();
        UUID theirs = fixture.responses(one, 1).get(0);
        fixture.responses(other, 1);
        assertTrue(
                fixture.chain(other.client()).stream().allMatch(l -> l.client().equals(other.client())));
        assertThrows(
                RuntimeException.class,
                () -> scope.inside(other.client(), () -> {
                    ledger.append("response", theirs); // not theirs to tell
                    return true;
                }));
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> ledger.append("response", theirs)));
        assertThrows(IllegalStateException.class, () -> ledger.append("response", Ids.next()));
        assertThrows(
                IllegalArgumentException.class,
                () -> scope.inside(one.client(), () -> ledger.append("weather", theirs)));
    }

    @Test
    @ActivateRequestContext
    void theDemosLifeIsInItsRecord() {
        UUID demo = QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = 'DEMO'", UUID.class)
                        .getSingleResult());
        List<Link> chain = fixture.chain(demo);
        assertTrue(chain.size() > 1000, "entries: " + chain.size());
        assertChained(chain);
    }

    private static String rootOf(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
