package auditorium.library.content;

import auditorium.platform.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an audit scheme turns answers into a grade, as far as that is public: what an estimate follows, never the scheme's own result.
 * It looks at the requirements of a {@code standard}, or where there is no profile of it at those of {@code areas}.
 */
public record Rating(
        String id,
        String edition,
        Text title,
        Text source,
        Standard.Confidence confidence,
        String standard,
        Set<String> areas,
        Scheme scheme) {

    /** The arithmetic of a scheme. */
    public sealed interface Scheme {
        /** Every grade that it gives, the best first. */
        List<String> grades();
    }

    /** A grade and the per cent of the weight, rounded down, from which on it is given. */
    public record Band(String grade, int from) {}

    /** How many clauses of a grade an overall grade needs, and how many it bears. */
    public record Limits(String grade, Map<String, Integer> atLeast, Map<String, Integer> atMost) {}

    /** Each clause has a grade of its own, and their numbers make the whole: {@code overall} has the best first, the last without limits. */
    public record Clauses(List<Band> bands, List<Limits> overall) implements Scheme {
        @Override
        public List<String> grades() {
            return overall.stream().map(Limits::grade).toList();
        }

        /** The grade of a clause. */
        public String band(int percent) {
            return bands.stream()
                    .filter(b -> percent >= b.from())
                    .map(Band::grade)
                    .findFirst()
                    .orElseThrow(); // the last band begins at 0
        }
    }

    /** The share of all weight falls into a band; the best first. */
    public record Bands(List<Band> bands) implements Scheme {
        @Override
        public List<String> grades() {
            return bands.stream().map(Band::grade).toList();
        }
    }

    /** So many points of so many must be reached. */
    public record Points(int pass, int of) implements Scheme {
        /** Reached. */
        public static final String PASS = "pass";
        /** Not reached. */
        public static final String BELOW = "below";

        @Override
        public List<String> grades() {
            return List.of(PASS, BELOW);
        }
    }

    /** No score: what counts is whether there are major or minor nonconformities. */
    public record Nonconformities() implements Scheme {
        /** None. */
        public static final String NONE = "none";
        /** Minor ones only. */
        public static final String MINOR = "minor";
        /** None that is major so far, but nobody has looked everywhere. */
        public static final String UNKNOWN = "unknown";
        /** At least one that is major. */
        public static final String MAJOR = "major";

        @Override
        public List<String> grades() {
            return List.of(NONE, MINOR, UNKNOWN, MAJOR);
        }
    }
}
