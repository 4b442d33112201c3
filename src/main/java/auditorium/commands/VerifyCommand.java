package auditorium.commands;

import auditorium.records.RecordFile;
import auditorium.records.Verdict;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the record of factories, from the database or from an exported file. Works beside a running server. */
@Command(
        name = "verify",
        description = {
            "Checks the record of factories: whether anything was changed, removed, added or moved, and where.",
            "From the database it also compares the rows of which the record tells, and the files with their hashes.",
            "Exit 1 when something is not whole."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--client", paramLabel = "CODE", description = "one factory's code (default: all of them)")
    private @Nullable String client;

    @Option(
            names = "--anchor",
            paramLabel = "N:HASH",
            description =
                    "the hash of entry N as somebody outside has kept it; needs --client or --from; may be repeated")
    private List<String> anchors = new ArrayList<>();

    @Option(names = "--from", paramLabel = "FILE", description = "checks an exported record, without a database")
    private @Nullable Path from;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "writes the factory's record as JSON lines; needs --client")
    private @Nullable Path export;

    @Option(names = "--personal", description = "exports names and notes too, not only their salted hashes")
    private boolean personal;

    @Option(names = "--chain-only", description = "does not compare the rows of which the record tells, nor the files")
    private boolean chainOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NavigableMap<Long, byte[]> known = anchors();
        if (from != null) {
            return file(from, known);
        }
        if (client == null && (export != null || !known.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say which factory with --client CODE");
        }
        Stores.requireWhole();
        Databases.openForCommand();
        Quarkus.run(
                Verify.class,
                client == null ? "" : client,
                export == null ? "" : export.toString(),
                Boolean.toString(personal),
                Boolean.toString(chainOnly),
                String.join(",", anchors));
        return 0; // never reached: Quarkus leaves with the command's own code
    }

    private int file(Path file, NavigableMap<Long, byte[]> known) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Verdict verdict = RecordFile.check(file, known, Clock.systemUTC());
            VerdictLines.of(verdict).forEach(out::println);
            out.flush();
            return verdict.whole() ? 0 : 1;
        } catch (RecordFile.Unreadable | java.nio.file.NoSuchFileException e) {
            spec.commandLine()
                    .getErr()
                    .println("auditorium: " + file + ": "
                            + (e instanceof RecordFile.Unreadable ? e.getMessage() : "there is no such file"));
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private NavigableMap<Long, byte[]> anchors() {
        try {
            return anchors(anchors);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "an anchor is the number of an entry, a colon and 64 hexadecimal digits");
        }
    }

    static NavigableMap<Long, byte[]> anchors(List<String> given) {
        NavigableMap<Long, byte[]> anchors = new TreeMap<>();
        for (String anchor : given) {
            String[] parts = anchor.split(":", -1);
            if (parts.length != 2 || parts[1].length() != 64) {
                throw new IllegalArgumentException(anchor);
            }
            anchors.put(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
        }
        return anchors;
    }
}
