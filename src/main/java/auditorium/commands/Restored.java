package auditorium.commands;

import auditorium.files.FileCheck;
import auditorium.platform.backup.BackupFile;
import auditorium.platform.backup.Contents;
import auditorium.platform.backup.Refused;
import auditorium.records.RecordCheck;
import auditorium.records.Records;
import auditorium.records.Verdict;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The part of {@link RestoreCommand} that needs the application: whether what was restored is whole. */
public class Restored implements QuarkusApplication {

    private final Records records;
    private final RecordCheck check;
    private final FileCheck files;

    Restored(Records records, RecordCheck check, FileCheck files) {
        this.records = records;
        this.check = check;
        this.files = files;
    }

    /** {@code args}: the backup's file, whose ends of the records have to be found again. */
    @Override
    @ActivateRequestContext
    public int run(String... args) throws IOException, Refused {
        Contents contents;
        try (BackupFile backup = BackupFile.open(Path.of(args[0]))) {
            contents = backup.contents();
        }
        boolean whole = true;
        for (Records.Factory factory : records.factories()) {
            NavigableMap<Long, byte[]> anchors = new TreeMap<>();
            contents.heads().stream()
                    .filter(h -> h.client().equals(factory.id().toString()) && h.sequence() > 0)
                    .forEach(h -> anchors.put(h.sequence(), HexFormat.of().parseHex(h.hash())));
            Verdict verdict = check.check(factory.id(), factory.code(), anchors, true);
            VerdictLines.of(verdict).forEach(System.out::println);
            FileCheck.Found found = files.check(factory.id());
            System.out.println(VerdictLines.of(factory.code(), found));
            whole &= verdict.whole() && found.whole();
        }
        if (!whole) {
            System.err.println("auditorium: the backup is restored, but what it holds is not whole");
        }
        return whole ? 0 : 1;
    }
}
