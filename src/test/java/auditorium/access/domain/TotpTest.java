package auditorium.access.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {

    /** The secret of the tables in RFC 4226 and RFC 6238. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void itAgreesWithTheTableOfRfc6238() {
        Map.of(
                        59L, "94287082",
                        1111111109L, "07081804",
                        1111111111L, "14050471",
                        1234567890L, "89005924",
                        2000000000L, "69279037",
                        20000000000L, "65353130")
                .forEach((second, code) -> {
                    assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8));
                    assertEquals(code.substring(2), Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 6));
                });
    }

    @Test
    void itAgreesWithTheTableOfRfc4226() {
        String[] codes = {
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"
        };
        for (int i = 0; i < codes.length; i++) {
            assertEquals(codes[i], Totp.code(SECRET, i, 6));
        }
    }

    @Test
    void aSecretIsWrittenAsRfc4648Says() {
        Map.of(
                        "",
                        "",
                        "f",
                        "MY",
                        "fo",
                        "MZXQ",
                        "foo",
                        "MZXW6",
                        "foob",
                        "MZXW6YQ",
                        "fooba",
                        "MZXW6YTB",
                        "foobar",
                        "MZXW6YTBOI")
                .forEach((bytes, written) ->
                        assertEquals(written, Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))));
        assertEquals(32, Base32.of(SECRET).length());
    }

    @Test
    void aCodeWorksHalfAMinuteBeforeAndAfterAndNoLonger() {
        Cases.forAll(random -> Instant.ofEpochSecond(random.nextLong(60, 4_000_000_000L)), now -> {
            long step = Totp.step(now);
            for (int off = -1; off <= 1; off++) {
                String code = Totp.code(SECRET, step + off, 6);
                assertTrue(Totp.match(SECRET, code, now, 0).isPresent(), code);
                assertTrue(
                        Totp.match(SECRET, code.substring(0, 3) + " " + code.substring(3), now, 0)
                                .isPresent(),
                        "apps show it in two groups");
            }
            assertEquals(OptionalLong.empty(), Totp.match(SECRET, "", now, 0));
            assertEquals(OptionalLong.empty(), Totp.match(SECRET, "not a code", now, 0));
        });
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, Totp.step(now) - 2, 6), now, 0));
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, Totp.step(now) + 2, 6), now, 0));
    }

    @Test
    void aCodeWorksOnceAndNoneThatIsOlderAfterIt() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        OptionalLong used = Totp.match(SECRET, Totp.code(SECRET, step, 6), now, 0);
        assertEquals(OptionalLong.of(step), used);
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, step, 6), now, step));
        assertEquals(OptionalLong.empty(), Totp.match(SECRET, Totp.code(SECRET, step - 1, 6), now, step));
        assertEquals(OptionalLong.of(step + 1), Totp.match(SECRET, Totp.code(SECRET, step + 1, 6), now, step));
    }
}
