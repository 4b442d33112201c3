package auditorium.platform.backup;

import java.util.List;

/**
 * What a backup holds, as {@code contents.json} in it says.
 *
 * @param format the number of this format; a reader refuses higher ones
 * @param taken the instant of the copy, in ISO 8601: everything in it stood at this one moment
 * @param migrations the state of the schema: every migration that had been done, in their order
 * @param tables all tables but the list of migrations, by name
 * @param heads the end of each factory's record, to be compared after a restore
 */
public record Contents(
        String product, int format, String taken, List<Migration> migrations, List<Table> tables, List<Head> heads) {

    static final String PRODUCT = "auditorium";
    static final int FORMAT = 1;
    /** The entry that says what the others are. */
    static final String NAME = "contents.json";

    /** A migration by its version; {@code checksum} as Flyway keeps it. */
    public record Migration(String version, int checksum) {}

    /**
     * A table's rows as {@code COPY … TO STDOUT} writes them, one a line.
     *
     * @param columns quoted as SQL wants them, with commas between
     * @param bytes before compressing
     * @param sha256 of these bytes, in hexadecimal
     */
    public record Table(String name, String columns, long rows, long bytes, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** The last entry of a factory's record; {@code hash} in hexadecimal. */
    public record Head(String client, String code, long sequence, String hash) {}

    /** The version of the schema: its last migration. */
    public String schema() {
        return migrations.getLast().version();
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
