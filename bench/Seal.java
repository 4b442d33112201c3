import auditorium.records.RecordFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The seal: a record is exported and checked from the file without a database, beside copying it out of the database and hashing it. Then
 * mutations at random: see {@link Mutations} for those of a short record; some more are bytes of the long file, changed in place. Run it
 * by bench/run.
 */
final class Seal {

    private static final int SHORT = 200;
    private static final int BATCH = 20_000;
    private static final int IN_THE_LONG_FILE = 5;

    private final Path data;
    private final Factory factory;

    private Seal(Path data) {
        this.data = data;
        this.factory = new Factory(data);
    }

    public static void main(String[] given) throws Exception {
        if (given.length != 5) {
            System.err.println("usage: Seal BASE-URL DATA-FOLDER SERVER-PID ENTRIES MUTATIONS");
            System.exit(2);
        }
        System.exit(new Seal(Path.of(given[1])).run(Integer.parseInt(given[3]), Integer.parseInt(given[4])) ? 0 : 1);
    }

    private boolean run(int entries, int mutations) throws Exception {
        History history = new History("seal").with("entries", entries).with("mutations", mutations);
        long begun = System.nanoTime();
        UUID client = seed("SEAL", entries);
        System.out.printf(Locale.ROOT, "%d entries entered by the database's own function in %.1f s%n", entries, (System.nanoTime() - begun) / 1e9);
        double before = copyAndHash(client);
        Path file = data.resolve("seal.jsonl");
        double exported = export("SEAL", file);
        System.out.printf(Locale.ROOT, "exported %d MB in %.1f s%n", Files.size(file) >> 20, exported);
        List<Double> seconds = new ArrayList<>();
        double cpu = 0;
        long peak = 0;
        for (int i = 0; i < 3; i++) {
            Tool.Run run = verify(file).good();
            seconds.add(run.seconds());
            cpu = run.cpu();
            peak = Math.max(peak, run.peak());
        }
        Collections.sort(seconds);
        double median = seconds.get(1);
        double after = copyAndHash(client);
        double limit = (before + after) / 2;
        double drift = History.drift(before, after);

        seed("SEALED", SHORT);
        Path shortFile = data.resolve("short.jsonl");
        export("SEALED", shortFile);
        begun = System.nanoTime();
        Mutations.Found found = new Mutations(shortFile, data.resolve("mutated.jsonl")).run(mutations);
        double mutating = (System.nanoTime() - begun) / 1e9;
        int inTheLong = inPlace(file);
        Files.delete(file);

        System.out.printf(Locale.ROOT, "limit: COPY to stdout and sha256sum %.2f s before, %.2f s after%n", before, after);
        System.out.printf(Locale.ROOT, "verify of the file, the program's start in it: %.2f s (%.2f to %.2f), %.0f entries/s, CPU %.2f s, peak memory %d MB%n",
                median, seconds.get(0), seconds.get(2), entries / median, cpu, peak);
        System.out.printf(Locale.ROOT, "mutations of a record of %d entries in %.1f s: %s%n", SHORT, mutating, found);
        System.out.printf(Locale.ROOT, "single bytes of the long file, changed in place: %d of %d found%n", inTheLong, IN_THE_LONG_FILE);
        boolean quick = median <= 4 * limit;
        boolean all = found.missed() == 0 && found.falseAlarms() == 0 && inTheLong == IN_THE_LONG_FILE;
        System.out.printf(Locale.ROOT, "goals: %.1f × copy and hash, at most 4 %s; every mutation found and no false alarm %s%n",
                median / limit, History.goal(quick), History.goal(all));
        boolean steady = History.steady(drift);
        history.with("limit_s", limit).with("verify_s", median).with("verify_cpu_s", cpu).with("peak_mb", peak).with("export_s", exported)
                .with("ratio", median / limit).with("found", found.found()).with("missed", found.missed()).with("named", found.named())
                .with("meaningless", found.meaningless()).with("false_alarms", found.falseAlarms()).with("found_in_long", inTheLong)
                .with("drift", drift).with("void", !steady).write();
        return quick && all && steady;
    }

    /** A factory with a record of so many answers, as {@code append_to_record} enters them for the application. */
    private UUID seed(String code, int entries) throws Exception {
        UUID client = UUID.randomUUID();
        try (Connection database = factory.open()) {
            Factory.run(database, "insert into client (id, code, name_zh, name_en, created_at) values (?, ?, '封存', 'Seal', now())", client, code);
            try (PreparedStatement s = database.prepareStatement("select set_config('auditorium.client', ?, false)")) {
                s.setString(1, client.toString());
                s.execute();
            }
            try (PreparedStatement s = database.prepareStatement("""
                    select append_to_record(array_agg('response'::text), array_agg(gen_random_uuid()), array_agg(
                        '{"department":"' || gen_random_uuid() || '","made_at":"2026-11-22T08:00:00.' || lpad(n::text, 6, '0') || 'Z","made_by":"' || gen_random_uuid()
                        || '","method":"SITE","note":"sha256:' || encode(sha256(n::text::bytea), 'hex') || '","received_at":"2026-11-22T08:00:01.000000Z","requirement":"HS-05","result":"'
                        || (array['CONFORMS', 'PARTLY', 'FAILS'])[1 + n % 3] || '","side":"CLAIM","version":"' || encode(sha256('v'), 'hex') || '"}'),
                        '{}', '{}', '{}', '{}', '{}')
                      from generate_series(?::int, ?::int) n""")) {
                for (int from = 1; from <= entries; from += BATCH) {
                    s.setInt(1, from);
                    s.setInt(2, Math.min(entries, from + BATCH - 1));
                    s.execute();
                }
            }
            Factory.run(database, "analyze record_entry");
        }
        return client;
    }

    private double copyAndHash(UUID client) throws Exception {
        ProcessBuilder b = new ProcessBuilder("sh", "-c", "psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p " + factory.port()
                + " -U postgres auditorium -c \"copy (select sequence, previous, recorded_at, kind, subject, payload, hash from record_entry where client_id = '"
                + client + "' order by sequence) to stdout\" | sha256sum");
        b.environment().put("PGPASSWORD", factory.password("postgres"));
        return Tool.run(b).good().seconds();
    }

    private double export(String code, Path file) throws Exception {
        return Tool.run(auditorium("--client", code, "--export", file.toString())).good().seconds();
    }

    private Tool.Run verify(Path file) throws Exception {
        return Tool.run(auditorium("--from", file.toString()));
    }

    private ProcessBuilder auditorium(String... options) {
        ProcessBuilder b = new ProcessBuilder("./auditorium", "verify");
        b.command().addAll(List.of(options));
        b.environment().put("AUDITORIUM_DATA", data.toString());
        return b;
    }

    /** Changes a byte somewhere in the long file, lets the program check it, and changes it back. */
    private int inPlace(Path file) throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        int found = 0;
        for (int i = 0; i < IN_THE_LONG_FILE; i++) {
            long at = payload(file, random);
            flip(file, at);
            found += verify(file).code() == 1 ? 1 : 0;
            flip(file, at);
        }
        if (!RecordFile.check(file, new TreeMap<>(), Clock.systemUTC()).whole()) {
            throw new IllegalStateException("the long file is not as it was");
        }
        return found;
    }

    /** The place of a digit, behind the word that begins a payload at or after some place. */
    private static long payload(Path file, SplittableRandom random) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = random.nextLong(Files.size(file) - 4000);
            byte[] piece = new byte[4000];
            bytes.seek(from);
            bytes.readFully(piece);
            String text = new String(piece, java.nio.charset.StandardCharsets.ISO_8859_1);
            return from + text.indexOf("sha256:") + 7 + random.nextInt(64);
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }
}
