package auditorium.lists;

import auditorium.lists.domain.ListColumns;
import auditorium.platform.Fields;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that somebody sent as a list, under the name that it had. */
record ListUpload(String name, TableFile.Arrival file) {

    private static final long LARGEST = 20L << 20;
    private static final int LONGEST_NAME = 80;

    /** Throws {@link Unreadable} when it is no table, or not a safe one. */
    static ListUpload of(FileUpload sent) throws IOException {
        if (sent.size() > LARGEST) {
            throw new Unreadable("文件超过 20 MB", "the file is larger than 20 MB");
        }
        return new ListUpload(
                Fields.text(Plain.inReport(String.valueOf(sent.fileName())), LONGEST_NAME),
                TableFile.arrival(sent.uploadedFile(), ListColumns::headingRow));
    }
}
