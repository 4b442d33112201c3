package auditorium.quizzes.domain;

import auditorium.platform.Lang;
import java.util.Optional;

/**
 * What a question's statistics say about the question, the most urgent first. The bounds are the product's own; each asks for so
 * much that chance alone seldom reaches it, because a library of hundreds of questions would otherwise always show some.
 */
public enum ItemVerdict {
    /** People who read it in one language fail at it although they know the rest: the wording there is off. */
    ONE_LANGUAGE,
    /** Those who know more get it wrong more often: the key is probably wrong, or a wrong option is right as well. */
    REVERSED,
    /** Less than {@value #HARD_BELOW} % of the points are earned. */
    HARD,
    /** It tells nothing of who knows the matter. */
    FLAT,
    /** More than {@value #EASY_ABOVE} % of the points are earned: it asks what everybody knows. */
    EASY,
    /** Nothing stands out. */
    GOOD,
    /** Fewer than {@link ItemAnalysis#SMALL_SAMPLE} attempts: nothing can be said. */
    FEW;

    private static final int HARD_BELOW = 35;
    private static final int EASY_ABOVE = 95;
    /** Attempts in a language before the two are compared. */
    private static final int LEAST_OF_A_LANGUAGE = 10;
    /** Per cent of the points that have to lie between the languages. */
    private static final int LANGUAGES_APART = 20;
    /** Standard errors: chance alone goes beyond them once in a hundred questions. */
    private static final double SELDOM = 2.6;
    /** Below this many per cent it fails in a language. */
    private static final int FAILS = 60;

    /** Whether somebody should look at the question. */
    public boolean alarms() {
        return this == ONE_LANGUAGE || this == REVERSED || this == HARD || this == FLAT;
    }

    /** The verdict on all attempts, of which some are known to have been in Chinese or in English. */
    public static ItemVerdict of(ItemSums all, ItemSums zh, ItemSums en) {
        if (all.attempts() < ItemAnalysis.SMALL_SAMPLE) {
            return FEW;
        }
        if (failsOnlyIn(zh, en).isPresent()) {
            return ONE_LANGUAGE;
        }
        double facility = all.facility().orElse(0);
        double chance = 1 / Math.sqrt((double) all.attempts()); // standard error of a correlation where there is none
        double discrimination = all.discrimination().orElse(0) / 100;
        if (all.discrimination().isPresent() && discrimination < -2 * chance) {
            return REVERSED;
        }
        if (facility < HARD_BELOW) {
            return HARD;
        }
        if (facility > EASY_ABOVE) {
            return EASY;
        }
        return all.discrimination().isPresent() && discrimination + chance < 0.2 ? FLAT : GOOD;
    }

    /**
     * The language in which a question fails while it goes much better in the other. Besides the shares themselves, each person's
     * share at this question less their share at all others is compared, so that a language read by people who know less is not
     * blamed for it.
     */
    public static Optional<Lang> failsOnlyIn(ItemSums zh, ItemSums en) {
        if (zh.attempts() < LEAST_OF_A_LANGUAGE || en.attempts() < LEAST_OF_A_LANGUAGE) {
            return Optional.empty();
        }
        double apart = zh.difference() - en.difference();
        double error = Math.sqrt(zh.varianceOfDifference() + en.varianceOfDifference());
        double weak = (apart > 0 ? en : zh).facility().orElse(0);
        double strong = (apart > 0 ? zh : en).facility().orElse(0);
        boolean fails = weak < FAILS
                && strong - weak >= LANGUAGES_APART
                && 100 * Math.abs(apart) >= LANGUAGES_APART
                && Math.abs(apart) > SELDOM * error;
        return fails ? Optional.of(apart > 0 ? Lang.EN : Lang.ZH) : Optional.empty();
    }
}
