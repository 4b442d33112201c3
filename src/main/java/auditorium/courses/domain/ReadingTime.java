package auditorium.courses.domain;

import java.time.Duration;
import java.util.Collection;

/**
 * How long reading takes at the very least: a bar against paging through, no measure of a reader. Most adults read English silently
 * at 175 to 300 words a minute (Brysbaert 2019, <a href="https://doi.org/10.1016/j.jml.2019.104047">How many words do we read per
 * minute?</a>, 190 studies), and texts of one content take about the same time in any language (Trauzettel-Klosinski and Dietz 2012,
 * <a href="https://doi.org/10.1167/iovs.11-8284">IReST</a>, 17 languages). 55 characters of English in a second are some 550 words
 * a minute, nearly twice the upper end of that range; in our lessons 20 Chinese characters say as much. Whoever reads at all is slower.
 */
public final class ReadingTime {

    /** Chinese characters in a second. */
    public static final int CHINESE = 20;

    /** English characters in a second, spaces counted. */
    public static final int ENGLISH = 55;

    /** Even a picture is looked at for so long. */
    public static final Duration SHORTEST = Duration.ofSeconds(2);

    /** No card asks for more, however much stands on it. */
    public static final Duration LONGEST = Duration.ofSeconds(20);

    private ReadingTime() {}

    /**
     * The least time for one card, from {@link #SHORTEST} to {@link #LONGEST}. Somebody may read in either language, so the faster
     * one counts.
     *
     * @param chinese the length of its Chinese text in characters
     * @param english the length of its English text in characters
     */
    public static Duration card(int chinese, int english) {
        long millis = Math.min(chinese * 1000L / CHINESE, english * 1000L / ENGLISH);
        return Duration.ofMillis(Math.clamp(millis, SHORTEST.toMillis(), LONGEST.toMillis()));
    }

    /**
     * The least time between the first and the last sign of reading. A card gives its sign at some moment of being read, so the
     * signs lie at least as far apart as all cards take but one; in favour of the reader that is the longest.
     */
    public static Duration betweenSigns(Collection<Duration> cards) {
        Duration sum = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (Duration card : cards) {
            sum = sum.plus(card);
            longest = card.compareTo(longest) > 0 ? card : longest;
        }
        return sum.minus(longest);
    }
}
