package auditorium.access.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which PINs and passwords a person may choose. */
public final class SecretRule {

    public static final int PIN_DIGITS = 6;
    public static final int SHORTEST_PASSWORD = 12;
    /** In UTF-8: what bcrypt reads. */
    public static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;

    /** What is wrong with a secret. */
    public enum Fault {
        PIN_NOT_SIX_DIGITS,
        PIN_TOO_EASY,
        PIN_LIKE_NUMBER,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_TOO_EASY,
        PASSWORD_HAS_NAME
    }

    /** Paths on the number pad, and numbers that sound like words. */
    private static final Set<String> POPULAR = Set.of(
            "147258", "258369", "369258", "159357", "357159", "147852", "258147", "159753", "741852", "963852",
            "142536", "112233", "332211", "123321", "321123", "112211", "520520", "521521", "520131", "201314",
            "131420", "168168", "666888", "888666", "888999", "518518", "110119", "123654", "456123", "789456",
            "102030", "010203");

    private SecretRule() {}

    /** {@code number} is the person's own number in the factory. */
    public static Optional<Fault> faultOfPin(String pin, String number) {
        if (!pin.matches("[0-9]{" + PIN_DIGITS + "}")) {
            return Optional.of(Fault.PIN_NOT_SIX_DIGITS);
        }
        if (sameSteps(pin) || repeats(pin) || POPULAR.contains(pin)) {
            return Optional.of(Fault.PIN_TOO_EASY);
        }
        String digits = number.replaceAll("[^0-9]", "");
        String padded = "0".repeat(PIN_DIGITS) + digits;
        boolean own = !digits.isEmpty() && (padded.endsWith(pin) || digits.startsWith(pin));
        return own ? Optional.of(Fault.PIN_LIKE_NUMBER) : Optional.empty();
    }

    /** {@code login} is the name that it goes with. */
    public static Optional<Fault> faultOfPassword(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of(Fault.PASSWORD_TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Optional.of(Fault.PASSWORD_TOO_LONG);
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || sameSteps(password)
                || CommonPasswords.contains(password)) {
            return Optional.of(Fault.PASSWORD_TOO_EASY);
        }
        String name = login.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        return name.length() >= 3 && password.toLowerCase(Locale.ROOT).contains(name)
                ? Optional.of(Fault.PASSWORD_HAS_NAME)
                : Optional.empty();
    }

    /** 111111, 123456, 987654, 135791: each sign is as far from the one before as all others; 9 is followed by 0. */
    private static boolean sameSteps(String text) {
        int step = Math.floorMod(text.charAt(1) - text.charAt(0), 10);
        for (int i = 2; i < text.length(); i++) {
            if (Math.floorMod(text.charAt(i) - text.charAt(i - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }

    /** 121212, 123123. */
    private static boolean repeats(String pin) {
        return pin.substring(2).equals(pin.substring(0, pin.length() - 2))
                || pin.substring(3).equals(pin.substring(0, pin.length() - 3));
    }
}
