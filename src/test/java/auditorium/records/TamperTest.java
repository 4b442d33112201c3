package auditorium.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import auditorium.records.domain.Fault;
import auditorium.records.domain.Link;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a superuser of the database does to a record, or to a row of which it tells, the check finds it and says where. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TamperTest {

    @Inject
    RecordFixture fixture;

    @Inject
    RecordCheck check;

    @Inject
    RecordExport export;

    @Inject
    ClientScope scope;

    @TempDir
    Path folder;

    private RecordFixture.Factory factory;
    private List<UUID> responses;
    private List<Link> chain;
    private long first; // the number of the first response

    @BeforeEach
    @ActivateRequestContext
    void aRecord() {
        factory = fixture.factory();
        responses = fixture.responses(factory, 12);
        chain = fixture.chain(factory.client());
        first = chain.size() - 11L;
        assertTrue(verdict().whole(), verdict().faults().toString());
    }

    @ActivateRequestContext
    Verdict verdict() {
        return check.check(factory.client(), factory.code(), new TreeMap<>(), true);
    }

    private List<Fault> faults() {
        return verdict().faults();
    }

    private int entry(String change, long sequence, Object... values) {
        Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = factory.client();
        all[values.length + 1] = sequence;
        return Superuser.sql(change + " where client_id = ? and sequence = ?", all);
    }

    @Test
    void oneByteOfAnyColumnOfAnEntryIsFoundAtItsNumber() {
        long at = first + 5;
        for (String column : List.of("previous", "hash")) {
            String flip = "update record_entry set " + column + " = set_byte(" + column + ", 7, get_byte(" + column
                    + ", 7) # 1)";
            entry(flip, at);
            assertEquals(List.of(Fault.at(Fault.What.CHANGED, at)), faults(), column);
            entry(flip, at);
        }
        for (String change : List.of(
                "recorded_at = recorded_at + interval '1 microsecond'",
                "kind = 'responsf'",
                "subject = gen_random_uuid()",
                "payload = replace(payload, 'SITE', 'SITD')")) {
            Link before = chain.get((int) at - 1);
            entry("update record_entry set " + change, at);
            assertEquals(Fault.at(Fault.What.CHANGED, at), faults().getFirst(), change);
            assertTrue(faults().stream().allMatch(f -> f.sequence() == at || f.sequence() == 0), change);
            entry(
                    "update record_entry set recorded_at = ?, kind = ?, subject = ?, payload = ?",
                    at,
                    java.sql.Timestamp.from(before.at()),
                    before.kind(),
                    before.subject(),
                    before.payload());
        }
        assertTrue(verdict().whole());
    }

    @Test
    void aRemovedEntryIsFoundInTheMiddleAndAtTheEnd() {
        long last = chain.size();
        for (long at : List.of(first + 3, last)) {
            entry("delete from record_personal", at);
            entry("delete from record_entry", at);
            assertTrue(faults().contains(Fault.at(Fault.What.MISSING, at)), faults().toString());
        }
        // the row of which it told is unknown now, too
        assertTrue(faults().stream().anyMatch(f -> f.what() == Fault.What.ROW_UNTOLD));
    }

    @Test
    void aShortenedRecordWhoseHeadWasSetBackIsFoundByAnAnchorOnly() {
        NavigableMap<Long, byte[]> anchors = new TreeMap<>();
        anchors.put((long) chain.size(), chain.getLast().hash());
        Link end = chain.get(chain.size() - 2);
        entry("delete from record_personal", chain.size());
        entry("delete from record_entry", chain.size());
        Superuser.sql("delete from response where id = ?", responses.getLast());
        Superuser.sql(
                "update record_head set sequence = ?, hash = ? where client_id = ?",
                end.sequence(),
                end.hash(),
                factory.client());
        assertTrue(verdict().whole(), "nothing inside can tell");
        assertEquals(
                List.of(Fault.between(Fault.What.ANCHOR, 1, chain.size())),
                withAnchors(anchors).faults());
    }

    @ActivateRequestContext
    Verdict withAnchors(NavigableMap<Long, byte[]> anchors) {
        return check.check(factory.client(), factory.code(), anchors, true);
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        long at = first + 2;
        entry("delete from record_personal", at);
        entry("delete from record_personal", at + 1);
        entry("update record_entry set sequence = 99999", at);
        entry("update record_entry set sequence = " + at, at + 1);
        entry("update record_entry set sequence = " + (at + 1), 99999);
        assertEquals(at, faults().getFirst().sequence());
    }

    @Test
    void aForgedEntryIsFoundBetweenTwoAndPastTheEnd() {
        long last = chain.size();
        Link end = chain.getLast();
        Link forged = new Link(
                factory.client(), last + 1, end.hash(), end.at(), "response", responses.get(0), "{}", new byte[32]);
        Superuser.sql(
                "insert into record_entry (client_id, sequence, previous, recorded_at, kind, subject, payload, hash) values (?, ?, ?, ?, 'response', ?, '{}', ?)",
                factory.client(),
                last + 1,
                end.hash(),
                java.sql.Timestamp.from(end.at()),
                responses.get(0),
                forged.computed());
        assertTrue(
                faults().stream().anyMatch(f -> f.what() == Fault.What.ADDED && f.sequence() == last + 1),
                faults().toString());
        entry("delete from record_entry", last + 1);
        // in the middle, everything after it renumbered
        long at = first + 4;
        Superuser.sql("delete from record_personal where client_id = ?", factory.client());
        for (long n = last; n >= at; n--) {
            entry("update record_entry set sequence = " + (n + 1), n);
        }
        Link before = chain.get((int) at - 2);
        Link between = new Link(
                factory.client(), at, before.hash(), before.at(), "response", responses.get(0), "{}", new byte[32]);
        Superuser.sql(
                "insert into record_entry (client_id, sequence, previous, recorded_at, kind, subject, payload, hash) values (?, ?, ?, ?, 'response', ?, '{}', ?)",
                factory.client(),
                at,
                before.hash(),
                java.sql.Timestamp.from(before.at()),
                responses.get(0),
                between.computed());
        assertTrue(faults().contains(Fault.at(Fault.What.ADDED, at)), faults().toString());
    }

    @Test
    void anEntryWrittenAnewWithItsRightHashIsFound() {
        long at = first + 6;
        Link l = chain.get((int) at - 1);
        String payload = l.payload().replace("CONFORMS", "PARTLY");
        Link forged =
                new Link(l.client(), l.sequence(), l.previous(), l.at(), l.kind(), l.subject(), payload, new byte[32]);
        entry("update record_entry set payload = ?, hash = ?", at, payload, forged.computed());
        Superuser.sql("update response set result = 'PARTLY' where id = ?", l.subject());
        assertEquals(List.of(Fault.at(Fault.What.REPLACED, at)), faults());
    }

    @Test
    void anEndThatWasRewrittenInEveryTableIsFoundByAnAnchorFromOutside() {
        long at = first + 6;
        NavigableMap<Long, byte[]> anchors = new TreeMap<>();
        anchors.put(at - 1, chain.get((int) at - 2).hash());
        anchors.put((long) chain.size(), chain.getLast().hash());
        byte[] previous = chain.get((int) at - 2).hash();
        for (long n = at; n <= chain.size(); n++) {
            Link l = chain.get((int) n - 1);
            String payload = l.payload().replace("CONFORMS", "FAILS");
            Link forged = new Link(l.client(), n, previous, l.at(), l.kind(), l.subject(), payload, new byte[32]);
            entry(
                    "update record_entry set payload = ?, previous = ?, hash = ?",
                    n,
                    payload,
                    previous,
                    forged.computed());
            Superuser.sql("update response set result = 'FAILS' where id = ?", l.subject());
            previous = forged.computed();
        }
        Superuser.sql("update record_head set hash = ? where client_id = ?", previous, factory.client());
        assertTrue(verdict().whole(), "nothing inside can tell");
        assertEquals(
                List.of(Fault.between(Fault.What.ANCHOR, at, chain.size())),
                withAnchors(anchors).faults());
    }

    @Test
    void oneByteOfTheRowOfWhichAnEntryTellsIsFoundWithItsNumberAndField() {
        UUID id = responses.get(4);
        long at = first + 4;
        for (var change : java.util.Map.of(
                        "result", "result = 'PARTLY'",
                        "note", "note = note || ' '",
                        "made_by_name", "made_by_name = '赵明'",
                        "made_at", "made_at = made_at - interval '1 microsecond'",
                        "method", "method = 'DOCUMENT'",
                        "requirement", "requirement = 'SR-02'")
                .entrySet()) {
            Superuser.sql("update response set " + change.getValue() + " where id = ?", id);
            assertEquals(List.of(Fault.about(Fault.What.ROW_CHANGED, at, "response " + id, change.getKey())), faults());
            Superuser.sql(
                    "update response set result = 'CONFORMS', note = ?, made_by_name = '赵敏', method = 'SITE', requirement = 'SR-01', made_at = timestamptz '2026-11-20 03:04:05.123456Z' where id = ?",
                    "封条号\"登记\"\n缺一页",
                    id);
        }
        assertTrue(verdict().whole());
        Superuser.sql("delete from response where id = ?", id);
        assertEquals(List.of(Fault.about(Fault.What.ROW_GONE, at, "response " + id, "")), faults());
    }

    @Test
    @ActivateRequestContext
    void aRowThatNobodyToldTheRecordIsFound() {
        UUID forged = scope.inside(factory.client(), () -> fixture.unrecorded(factory, ""));
        assertEquals(List.of(Fault.about(Fault.What.ROW_UNTOLD, 0, "response " + forged, "")), faults());
    }

    @Test
    void wordsBesideTheChainAreGuardedByTheirHash() {
        long at = first + 1;
        entry("update record_personal set value = '赵明'", at);
        assertTrue(faults().stream().anyMatch(f -> f.what() == Fault.What.WORDS_CHANGED && f.sequence() == at));
        entry("delete from record_personal", at);
        assertTrue(faults().stream().anyMatch(f -> f.what() == Fault.What.WORDS_GONE && f.sequence() == at));
    }

    @ActivateRequestContext
    Path exported(boolean personal) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(factory.client(), factory.code(), personal, out);
        return Files.write(folder.resolve("record.jsonl"), out.toByteArray());
    }

    private static Verdict file(Path file) throws IOException {
        return RecordFile.check(file, new TreeMap<>(), Clock.systemUTC());
    }

    @Test
    void anExportedRecordIsCheckedWithoutADatabase() throws IOException {
        Path file = exported(false);
        Verdict verdict = file(file);
        assertTrue(verdict.whole(), verdict.faults().toString());
        assertEquals(chain.size(), verdict.entries());
        String text = Files.readString(file);
        assertTrue(!text.contains("赵敏"), "names stay here unless they are asked for");
        Path whole = exported(true);
        assertTrue(Files.readString(whole).contains("赵敏"));
        assertTrue(file(whole).whole());
        Files.writeString(whole, Files.readString(whole).replaceFirst("赵敏", "赵明"));
        assertEquals(Fault.What.WORDS_CHANGED, file(whole).faults().getFirst().what());
        List<String> lines = List.of(text.split("\n"));
        Files.write(file, lines.subList(0, lines.size() - 3));
        assertTrue(file(file).faults().contains(Fault.between(Fault.What.MISSING, chain.size() - 1L, chain.size())));
    }

    @Test
    void anyByteOfAnExportedEntryIsFoundNearItsNumber() throws IOException {
        byte[] text = Files.readAllBytes(exported(false));
        String all = new String(text, StandardCharsets.UTF_8);
        int begin = all.indexOf('\n') + 1;
        int end = all.lastIndexOf("{\"end\"") - 1;
        SplittableRandom random = new SplittableRandom(5);
        Path file = folder.resolve("changed.jsonl");
        for (int i = 0; i < 300; i++) {
            int at = begin + random.nextInt(end - begin);
            byte[] changed = text.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            Verdict verdict = file(file);
            long number = new String(text, 0, at, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertTrue(!verdict.whole(), "byte " + at);
            long said = verdict.faults().getFirst().sequence();
            assertTrue(Math.abs(said - number) <= 1, "byte " + at + " of entry " + number + ": " + verdict.faults());
        }
    }

    @Test
    void whatStandsInAFileBesideItsEntriesIsFound() throws IOException {
        String whole = Files.readString(exported(false));
        Path file = folder.resolve("beside.jsonl");
        for (String changed : List.of(
                whole.replaceFirst(
                        "\"kind\":\"response\"",
                        "\"kind\":\"certificate\",\"kind\":\"response\""), // the last one counts
                whole.replaceFirst("\\}\n\\{\"sequence\":3", "} and more\n{\"sequence\":3"),
                whole + "{\"sequence\":1}\n",
                whole + "\n\nmore")) {
            assertEquals(
                    Fault.What.UNREADABLE,
                    file(Files.writeString(file, changed)).faults().getFirst().what(),
                    changed);
        }
        assertTrue(file(Files.writeString(file, whole + "\n")).whole());
    }

    @Test
    void theScriptOfTheDocumentationSaysTheSame() throws Exception {
        String page = Files.readString(Path.of("docs", "record-format.md"));
        String script = page.substring(page.indexOf("```python\n") + 10);
        script = script.substring(0, script.indexOf("```"));
        Path program = Files.writeString(folder.resolve("verify.py"), script);
        Path file = exported(false);
        org.junit.jupiter.api.Assumptions.assumeTrue(python(program, file) != 127, "no python3 here");
        assertEquals(0, python(program, file));
        Files.writeString(file, Files.readString(file).replaceFirst("CONFORMS", "CONFORMT"));
        assertEquals(1, python(program, file));
    }

    private static int python(Path program, Path file) throws IOException, InterruptedException {
        try {
            Process p = new ProcessBuilder("python3", program.toString(), file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertTrue(p.waitFor(60, TimeUnit.SECONDS));
            return p.exitValue();
        } catch (IOException e) {
            return 127;
        }
    }
}
