package auditorium.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the rows of files whose bytes lie outside the database as {@code COPY} would if they lay in it. */
final class OutsideFiles {

    static final String TABLE = "file_content";

    private static final int ROWS = 1000;
    private static final int PIECE = 1 << 13;
    private static final String NULL = "\\N";
    private static final String HEX = "\\\\x";

    private final Connection database;
    private final Backup.Elsewhere elsewhere;

    OutsideFiles(Connection database, Backup.Elsewhere elsewhere) {
        this.database = database;
        this.elsewhere = elsewhere;
    }

    /** The client's rows, in these columns; answers of how many the bytes are gone, whose rows stay without them. */
    long write(UUID client, String columns, OutputStream out) throws IOException, SQLException {
        if (!List.of(columns.split(", ", -1)).contains("size")) {
            return 0; // from before files could lie elsewhere
        }
        long lost = 0;
        try (PreparedStatement s = database.prepareStatement(
                "select sha256, size from " + TABLE + " where client_id = ? and bytes is null order by sha256")) {
            s.setObject(1, client);
            s.setFetchSize(ROWS);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    byte[] hash = r.getBytes(1);
                    Optional<byte[]> bytes = elsewhere.bytes(client, hash);
                    lost += bytes.isPresent() ? 0 : 1;
                    String between = "";
                    for (String column : columns.split(", ", -1)) {
                        out.write(between.getBytes(StandardCharsets.US_ASCII));
                        write(column, client, hash, bytes, r.getInt(2), out);
                        between = "\t";
                    }
                    out.write('\n');
                }
            }
        }
        return lost;
    }

    private static void write(
            String column, UUID client, byte[] hash, Optional<byte[]> bytes, int size, OutputStream out)
            throws IOException {
        switch (column) {
            case "client_id" -> out.write(client.toString().getBytes(StandardCharsets.US_ASCII));
            case "sha256" -> hex(hash, out);
            case "size" -> out.write(Integer.toString(size).getBytes(StandardCharsets.US_ASCII));
            case "bytes" -> {
                if (bytes.isPresent()) {
                    hex(bytes.get(), out);
                } else {
                    out.write(NULL.getBytes(StandardCharsets.US_ASCII));
                }
            }
            default -> throw new IllegalStateException("the backup doesn't know the column " + column + " of " + TABLE);
        }
    }

    /** In pieces: as one text a large file would take four times its size. */
    private static void hex(byte[] bytes, OutputStream out) throws IOException {
        out.write(HEX.getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < bytes.length; from += PIECE) {
            int to = Math.min(bytes.length, from + PIECE);
            out.write(HexFormat.of().formatHex(bytes, from, to).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
