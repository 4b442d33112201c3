package auditorium.lists;

import auditorium.lists.domain.ListColumns;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that somebody sent as a list: looked through, and its columns guessed from the headings. */
final class ListUpload {

    private static final long LARGEST = 20L << 20;
    private static final int LONGEST_NAME = 80;

    private ListUpload() {}

    /** Throws {@link Unreadable} when it is no table, or not a safe one. */
    static Editions.Arrived arrived(FileUpload file) throws IOException {
        if (file.size() > LARGEST) {
            throw new Unreadable("文件超过 20 MB", "the file is larger than 20 MB");
        }
        TableFile table = TableFile.open(file.uploadedFile());
        String charset = table.guessedCharset();
        TableFile.Sample sample = table.sample(0, charset);
        List<TableFile.Row> rows = sample.rows();
        int heading =
                ListColumns.headingRow(rows.stream().map(TableFile.Row::texts).toList());
        String name = Plain.inReport(String.valueOf(file.fileName()));
        return new Editions.Arrived(
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                table.workbook(),
                Files.readAllBytes(file.uploadedFile()),
                charset,
                rows.get(heading).number(),
                ListColumns.recognised(rows.get(heading).texts()),
                Math.max(1, sample.total() - heading - 1));
    }
}
