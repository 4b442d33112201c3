package auditorium.commands;

import auditorium.files.FileCheck;
import auditorium.records.RecordCheck;
import auditorium.records.RecordExport;
import auditorium.records.Records;
import auditorium.records.Verdict;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of {@link VerifyCommand} that needs the database. */
public class Verify implements QuarkusApplication {

    private final Records records;
    private final RecordCheck check;
    private final RecordExport export;
    private final FileCheck files;

    Verify(Records records, RecordCheck check, RecordExport export, FileCheck files) {
        this.records = records;
        this.check = check;
        this.export = export;
        this.files = files;
    }

    /** {@code args}: code or nothing, file to write or nothing, with personal words, without rows, anchors joined by commas. */
    @Override
    @ActivateRequestContext
    public int run(String... args) throws IOException {
        List<Records.Factory> factories = records.factories().stream()
                .filter(f -> args[0].isEmpty() || f.code().equalsIgnoreCase(args[0]))
                .toList();
        if (factories.isEmpty()) {
            System.err.println("auditorium: "
                    + (args[0].isEmpty() ? "there is no factory" : "there is no factory with the code " + args[0]));
            return 1;
        }
        if (!args[1].isEmpty()) {
            Path file = Path.of(args[1]);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                export.write(factories.get(0).id(), factories.get(0).code(), Boolean.parseBoolean(args[2]), out);
            }
            System.out.println("written to " + file);
            return 0;
        }
        boolean whole = true;
        for (Records.Factory factory : factories) {
            Verdict verdict = check.check(
                    factory.id(),
                    factory.code(),
                    VerifyCommand.anchors(args[4].isEmpty() ? List.of() : List.of(args[4].split(",", -1))),
                    !Boolean.parseBoolean(args[3]));
            VerdictLines.of(verdict).forEach(System.out::println);
            whole &= verdict.whole();
            if (!Boolean.parseBoolean(args[3])) {
                FileCheck.Found found = files.check(factory.id());
                System.out.println(VerdictLines.of(factory.code(), found));
                whole &= found.whole();
            }
        }
        return whole ? 0 : 1;
    }
}
