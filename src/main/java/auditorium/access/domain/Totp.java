package auditorium.access.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every half minute: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and six digits, which is what every common app
 * for them can do.
 */
public final class Totp {

    /** Length of a secret in bytes: as long as the hash, as RFC 4226 advises. */
    public static final int SECRET_BYTES = 20;

    public static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;
    /** A code of the step before or after will do: clocks differ, and typing takes a while. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    /** The number of the half minute. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, with leading zeros; RFC 4226, section 5.3. {@code digits} from 6 to 8. */
    public static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            String plain = Integer.toString(number % modulus);
            return "0".repeat(digits - plain.length()) + plain;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /**
     * The step whose code was typed. Steps up to {@code lastUsed} are over: a code works once, and none that is older works after it.
     *
     * @param typed blanks in it don't count
     */
    public static OptionalLong match(byte[] secret, String typed, Instant now, long lastUsed) {
        byte[] plain = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), plain);
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
