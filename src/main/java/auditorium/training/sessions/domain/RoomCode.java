package auditorium.training.sessions.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of one session: what stands on the wall, and what a phone or a page is given in exchange. Each is the first 12 bytes of an
 * HMAC-SHA256 over what it is for, the session and the time, so none can be made without the session's secret or used for another
 * purpose. They are compared in constant time.
 */
public final class RoomCode {

    /** For so long one code stands on the wall; the one before it is still taken. */
    public static final Duration LASTS = Duration.ofSeconds(30);

    /** So long a phone that has scanned may take to sign in, and somebody on the line to answer. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int BYTES = 12;

    private final SecretKeySpec key;
    private final UUID session;

    public RoomCode(byte[] secret, UUID session) {
        key = new SecretKeySpec(Arrays.copyOf(secret, secret.length), "HmacSHA256");
        this.session = session;
    }

    /** What stands on the wall at this time. */
    public String wall(Instant now) {
        return mac("wall", window(now));
    }

    /** Whether the code stands on the wall now, or did in the window before. */
    public boolean onWall(String code, Instant at) {
        long window = window(at);
        // both are compared, whichever fits
        boolean now = same(code, mac("wall", window));
        boolean before = same(code, mac("wall", window - 1));
        return now || before;
    }

    /** That somebody may go on, for a while: {@code whose} is empty for whoever scanned the wall, else the person who gave the PIN. */
    public String ticket(String whose, Instant now) {
        return Long.toString(now.getEpochSecond(), Character.MAX_RADIX) + "."
                + mac("ticket" + whose, now.getEpochSecond());
    }

    /** Whether the ticket was given here, to that person, and not too long ago. */
    public boolean admits(String ticket, String whose, Instant now) {
        int dot = ticket.indexOf('.');
        if (dot < 1 || dot > 12) {
            return false;
        }
        try {
            long given = Long.parseLong(ticket.substring(0, dot), Character.MAX_RADIX);
            boolean ours = same(ticket.substring(dot + 1), mac("ticket" + whose, given));
            return ours && given <= now.getEpochSecond() && now.getEpochSecond() - given <= PATIENCE.toSeconds();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    private static long window(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), LASTS.toSeconds());
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String purpose, long time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] all = mac.doFinal((purpose + '|' + session + '|' + time).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
