package auditorium.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts bytes and lines and hashes them on their way to somewhere. Closing it leaves that open. */
final class Hashed extends OutputStream {

    private final OutputStream to;
    private final MessageDigest digest;
    private long bytes;
    private long lines;

    Hashed(OutputStream to) {
        this.to = to;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        to.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
        for (int i = offset; i < offset + length; i++) {
            if (from[i] == '\n') {
                lines++;
            }
        }
    }

    long bytes() {
        return bytes;
    }

    /** COPY writes a line break inside a value as two other characters, so these are the rows. */
    long lines() {
        return lines;
    }

    /** In hexadecimal. Ends the counting. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
