package auditorium.access.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Passwords that are long enough and yet among the first that a thief tries: a common word with a year, a row of digits or a sign. The
 * list ships as hashes, six bytes of SHA-256 each, in ascending order. Letters and the digits and signs that people put in their places
 * count as the same.
 */
public final class CommonPasswords {

    /** Bytes kept of each hash: with 10⁵ entries one good password in 10⁹ is refused for nothing. */
    static final int HASH_BYTES = 6;

    private static final String FILE = "common-passwords.bin";
    private static final String DISGUISED = "013457@$!+€";
    private static final String PLAIN = "oleastasite";

    private CommonPasswords() {}

    /** Read at the first question only. */
    private static final class Shipped {
        private static final long[] HASHES = read();

        private static long[] read() {
            try (InputStream in = Objects.requireNonNull(
                    CommonPasswords.class.getClassLoader().getResourceAsStream(FILE), FILE)) {
                byte[] all = in.readAllBytes();
                long[] hashes = new long[all.length / HASH_BYTES];
                for (int i = 0; i < hashes.length; i++) {
                    hashes[i] = number(all, i * HASH_BYTES);
                }
                return hashes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static boolean contains(String password) {
        return Arrays.binarySearch(Shipped.HASHES, hash(password)) >= 0;
    }

    /** The beginning of the hash of what counts of a password. */
    static long hash(String password) {
        try {
            return number(
                    MessageDigest.getInstance("SHA-256").digest(plain(password).getBytes(StandardCharsets.UTF_8)), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static String plain(String password) {
        StringBuilder out = new StringBuilder(password.toLowerCase(Locale.ROOT));
        for (int i = 0; i < out.length(); i++) {
            int disguised = DISGUISED.indexOf(out.charAt(i));
            if (disguised >= 0) {
                out.setCharAt(i, PLAIN.charAt(disguised));
            }
        }
        return out.toString();
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + HASH_BYTES; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }
}
