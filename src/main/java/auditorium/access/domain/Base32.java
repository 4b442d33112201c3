package auditorium.access.domain;

/** Bytes in the 32 signs of RFC 4648, section 6, without padding: how apps take a secret that somebody types. */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    public static String of(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(ALPHABET.charAt((held >>> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt((held << (5 - bits)) & 31));
        }
        return out.toString();
    }
}
