package auditorium.access.domain;

import java.util.Locale;

/**
 * A code that opens an account once: twelve signs of 32 (60 random bits) in three groups, without I, L, O and U, which people
 * mistake for others.
 */
public final class StartCode {

    public static final int SIGNS = 12;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    private StartCode() {}

    /** As it is printed: {@code 7QKM-2XRA-9TCD}. Of the random number the lower 60 bits count. */
    public static String written(long random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < SIGNS; i++) {
            if (i > 0 && i % GROUP == 0) {
                out.append('-');
            }
            out.append(ALPHABET.charAt((int) (random >>> (5 * (SIGNS - 1 - i))) & 31));
        }
        return out.toString();
    }

    /** What a person typed, without what does not count: small letters, spaces, hyphens, and the four letters that look like others. */
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-‐-―－]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
    }
}
