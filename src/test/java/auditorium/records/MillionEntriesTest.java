package auditorium.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record of a million entries: entered, checked with and without its rows, exported, checked from the file; in constant memory. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("long")
class MillionEntriesTest {

    private static final int ENTRIES = 1_000_000;

    @Inject
    RecordFixture fixture;

    @Inject
    RecordCheck check;

    @Inject
    RecordExport export;

    @Inject
    Ledger ledger;

    @Inject
    WitnessReport witnesses;

    @Inject
    ClientScope scope;

    @TempDir
    Path folder;

    @Test
    @ActivateRequestContext
    void aMillionEntriesAreCheckedInHalfAMinute() throws Exception {
        RecordFixture.Factory f = fixture.factory();
        Superuser.sql(
                "insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at)"
                        + " select ?, uuidv7(), ?, 'SR-01', 'record-test', 'CONFORMS', 'SITE', case when n % 10 = 0 then '第 ' || n || ' 箱' else '' end, ?, '赵敏', now(), now() from generate_series(1, ?) n",
                f.client(), f.department(), f.account(), ENTRIES);
        Superuser.sql("analyze response");
        long begun = System.nanoTime();
        Witness responses = witnesses.of("response").orElseThrow();
        Optional<UUID> last = Optional.of(Ledger.FIRST);
        while (last.isPresent()) {
            UUID after = last.get();
            last = scope.inside(f.client(), () -> ledger.beginSome(responses, after));
        }
        scope.inside(f.client(), () -> ledger.begin());
        say("entered", begun);
        Superuser.sql("analyze record_entry");
        Superuser.sql("analyze record_personal");
        for (boolean rows : new boolean[] {false, false, true, true}) {
            System.gc();
            long before = used();
            begun = System.nanoTime();
            Verdict verdict = check.check(f.client(), f.code(), new TreeMap<>(), rows);
            long seconds = say(rows ? "chain and rows checked" : "chain checked", begun);
            System.out.println(
                    "memory before " + before + " MB, after " + used() + " MB, " + verdict.compared() + " compared");
            assertTrue(verdict.whole(), verdict.faults().toString());
            assertTrue(verdict.entries() > ENTRIES);
            assertTrue(rows || seconds < 30, "took " + seconds + " s");
        }
        Path file = folder.resolve("record.jsonl");
        begun = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            export.write(f.client(), f.code(), false, out);
        }
        say("exported " + (Files.size(file) >> 20) + " MB", begun);
        begun = System.nanoTime();
        Verdict verdict = RecordFile.check(file, new TreeMap<>(), Clock.systemUTC());
        assertTrue(say("checked from the file", begun) < 30);
        assertTrue(verdict.whole());
        Superuser.sql(
                "update record_entry set payload = replace(payload, 'SITE', 'SITF') where client_id = ? and sequence = 777777",
                f.client());
        assertEquals(
                777777,
                check.check(f.client(), f.code(), new TreeMap<>(), false)
                        .faults()
                        .getFirst()
                        .sequence());
    }

    private static long used() {
        Runtime r = Runtime.getRuntime();
        return (r.totalMemory() - r.freeMemory()) >> 20;
    }

    private static long say(String what, long begun) {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("a million entries " + what + " in " + millis + " ms");
        return millis / 1000;
    }
}
