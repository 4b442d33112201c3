package auditorium.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HT26: inputs that were kept because they once did harm, or because good ones lead deep into a parser; and the same, broken. */
class KeptInputsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int BROKEN_EACH = 40;

    @ParameterizedTest
    @EnumSource
    @DisplayName("HT26: what was kept is read or refused, and soon")
    void whatWasKeptIsReadOrRefused(Parser parser) throws IOException {
        assertTrue(parser.kept().size() >= 2, () -> "nothing is kept in " + parser.folder());
        for (Path file : parser.kept()) {
            byte[] bytes = Files.readAllBytes(file);
            assertTimeout(SOON, () -> parser.take(bytes), file::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("HT26: and so is what is left of it when it was broken on the way")
    void whatIsBrokenIsReadOrRefusedToo(Parser parser) throws IOException {
        for (Path file : parser.kept()) {
            byte[] sample = Files.readAllBytes(file);
            for (long seed = 1; seed <= (sample.length == 0 ? 0 : BROKEN_EACH); seed++) {
                byte[] broken = Noise.in(sample, new SplittableRandom(seed));
                String which = file + ", seed " + seed;
                try {
                    assertTimeout(SOON, () -> parser.take(broken), which);
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    throw new AssertionError(which, e);
                }
            }
        }
    }
}
