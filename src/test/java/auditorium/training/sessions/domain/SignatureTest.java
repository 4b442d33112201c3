package auditorium.training.sessions.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void whatAFingerDrawsIsTaken() {
        Cases.forAll(RandomGenerator::nextLong, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder path = new StringBuilder();
            for (int stroke = 1 + random.nextInt(4); stroke > 0; stroke--) {
                path.append('M').append(random.nextInt(601)).append(' ').append(random.nextInt(201));
                for (int point = 1 + random.nextInt(60); point > 0; point--) {
                    path.append('L').append(random.nextInt(601)).append(' ').append(random.nextInt(201));
                }
            }
            assertEquals(
                    path.toString(), Signature.of(path.toString()).orElseThrow().path());
        });
    }

    @Test
    void nothingElseIs() {
        for (String wrong : List.of(
                "",
                "M1 1",
                "M1 1L",
                "L1 1L2 2",
                "M1 1L2 2z",
                "M1 1L2 2\"/><script>",
                "M1.5 1L2 2",
                "M-1 1L2 2",
                "M1 1L2000 2",
                "M1 1L2 2" + "L3 3".repeat(2000),
                "M1 1".repeat(1400) + "x")) {
            assertTrue(Signature.of(wrong).isEmpty(), wrong.substring(0, Math.min(30, wrong.length())));
        }
    }
}
