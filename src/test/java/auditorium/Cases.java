package auditorium;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Says what is always true: 500 cases from fixed seeds; a failure names the value and the seed that made it. */
public final class Cases {

    private static final int CASES = 500;

    private Cases() {}

    public static <T> void forAll(Function<RandomGenerator, T> gen, Consumer<T> check) {
        for (long seed = 1; seed <= CASES; seed++) {
            T value = gen.apply(new SplittableRandom(seed));
            try {
                check.accept(value);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("does not hold for " + value + ", made by seed " + seed, e);
            }
        }
    }
}
