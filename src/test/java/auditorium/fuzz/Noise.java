package auditorium.fuzz;

import java.util.random.RandomGenerator;

/** Breaks bytes: flips, cuts, repeats and moves pieces of them. */
public final class Noise {

    private static final String SIGNS = "<>&\"'{}~=#\\[]:0-,\n";

    private Noise() {}

    /** A broken copy of a sample, which has at least one byte. */
    public static byte[] in(byte[] sample, RandomGenerator random) {
        byte[] bytes = sample.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(Math.min(60, bytes.length - at));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                case 2 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
                default -> {
                    byte[] cut = new byte[bytes.length - length];
                    System.arraycopy(bytes, 0, cut, 0, at);
                    System.arraycopy(bytes, at + length, cut, at, cut.length - at);
                    bytes = cut;
                }
            }
        }
        return bytes;
    }
}
