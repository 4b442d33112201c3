package auditorium.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT33: tokens that nobody can guess. */
class TokensTest {

    private static final int MANY = 1_000_000;

    @Test
    @DisplayName("HT33: a million tokens are all different, and each of their bits is set in half of them")
    void aMillionTokensHaveNothingInCommon() {
        Set<Long> starts = new HashSet<>(MANY * 2);
        int[] set = new int[256];
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = Base64.getUrlDecoder().decode(Tokens.next());
            assertEquals(32, bytes.length);
            long start = 0;
            for (int b = 0; b < 8; b++) {
                start = (start << 8) | (bytes[b] & 0xff);
            }
            starts.add(start);
            for (int bit = 0; bit < 256; bit++) {
                set[bit] += (bytes[bit >> 3] >> (bit & 7)) & 1;
            }
        }
        assertEquals(MANY, starts.size());
        for (int bit = 0; bit < 256; bit++) {
            // six standard deviations: once in two million runs by chance
            assertTrue(Math.abs(set[bit] - MANY / 2) < 3000, "bit " + bit + " is set in " + set[bit]);
        }
    }
}
