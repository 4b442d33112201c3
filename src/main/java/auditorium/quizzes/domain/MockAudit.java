package auditorium.quizzes.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import auditorium.library.content.Form;
import auditorium.library.content.Question.Stage;
import auditorium.library.domain.MockSupply;
import auditorium.library.domain.MockSupply.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A mock audit for one person: six stages in the order of a real audit, each with questions from all over the library. It is
 * composed by rules, so there is nothing to write for a department but questions:
 *
 * <ol>
 *   <li>each stage takes as many questions as {@link MockSupply#planned} says, the nearest to the department first;
 *   <li>the floor begins with a picture to find faults in, the process with something to put in order, and the documents with a
 *       question about disclosing, if there are such;
 *   <li>then those that test a requirement nothing has tested yet, then not a third of one form, then of a difficulty
 *       that stands on it less often, by threes, then by lot;
 *   <li>what would take the whole beyond {@link #LONGEST} is left for another time; while the whole is shorter than
 *       {@link #SHORTEST}, floor, process and documents take one more in turn.
 * </ol>
 *
 * No question stands twice, nor two that have the same id in their quizzes. The same supply and seed give the same audit.
 */
public record MockAudit(List<Stop> stops) {

    /** About ten minutes, by {@link Pace}. */
    public static final Duration SHORTEST = Duration.ofSeconds(8 * 60 + 30);

    public static final Duration LONGEST = Duration.ofSeconds(11 * 60 + 30);

    public MockAudit {
        stops = List.copyOf(stops);
    }

    /** A stage with its questions. */
    public record Stop(Stage stage, List<Candidate> questions) {
        public Stop {
            questions = List.copyOf(questions);
        }
    }

    public static MockAudit compose(MockSupply supply, long seed) {
        return new Composing(supply, seed).compose();
    }

    /** Expected by {@link Pace}. */
    public Duration length() {
        return candidates().stream().map(c -> Pace.of(c.question())).reduce(Duration.ZERO, Duration::plus);
    }

    /** All questions in the order they are asked. */
    public List<Candidate> candidates() {
        return stops.stream().flatMap(s -> s.questions().stream()).toList();
    }

    /** As it is frozen, options in an order of the seed. */
    public Paper paper(long seed) {
        return new Paper(candidates().stream()
                .map(c -> PaperDraw.drawn(c.quiz().id(), c.question(), seed))
                .toList());
    }

    /** One composition at work. */
    private static final class Composing {

        private static final List<Stage> GROWING = List.of(Stage.FLOOR, Stage.DOCUMENTS, Stage.PROCESS);

        private final Map<Stage, List<Candidate>> lots = new HashMap<>();
        private final Map<Stage, List<Candidate>> taken = new HashMap<>();
        private final Set<String> used = new HashSet<>();
        private final Set<String> tested = new HashSet<>();
        private final Map<Class<?>, Integer> forms = new HashMap<>();
        private final Map<Integer, Integer> difficulties = new HashMap<>();
        private Duration length = Duration.ZERO;

        Composing(MockSupply supply, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (Stage stage : Stage.values()) {
                lots.put(stage, PaperDraw.shuffled(supply.at(stage), Candidate::id, random));
                taken.put(stage, new ArrayList<>());
            }
        }

        MockAudit compose() {
            for (Stage stage : Stage.values()) {
                first(stage).ifPresent(wanted -> take(stage, wanted));
                while (at(stage).size() < MockSupply.planned(stage) && take(stage, c -> true)) {
                    // one more each time
                }
            }
            boolean grew = true;
            while (grew && length.compareTo(SHORTEST) < 0) {
                grew = false;
                for (Stage stage : GROWING) {
                    grew |= length.compareTo(SHORTEST) < 0 && take(stage, c -> true);
                }
            }
            return new MockAudit(Arrays.stream(Stage.values())
                    .map(stage -> new Stop(stage, at(stage)))
                    .toList());
        }

        /** What a stage begins with. */
        private static Optional<Predicate<Candidate>> first(Stage stage) {
            return switch (stage) {
                case FLOOR -> Optional.of(c -> c.question().form() instanceof Form.Hotspot);
                case PROCESS -> Optional.of(c -> c.question().form() instanceof Form.Ordering);
                case DOCUMENTS -> Optional.of(c -> c.question().discloses());
                case ARRIVAL, INTERVIEW, CLOSING -> Optional.empty();
            };
        }

        private boolean take(Stage stage, Predicate<Candidate> wanted) {
            Optional<Candidate> next = lots.getOrDefault(stage, List.of()).stream()
                    .filter(wanted)
                    .filter(c -> !used.contains(c.question().id()))
                    .filter(c -> fits(stage, c))
                    .min(best());
            next.ifPresent(c -> {
                at(stage).add(c);
                used.add(c.question().id());
                tested.addAll(c.question().tests());
                forms.merge(c.question().form().getClass(), 1, Integer::sum);
                difficulties.merge(c.question().difficulty(), 1, Integer::sum);
                length = length.plus(Pace.of(c.question()));
            });
            return next.isPresent();
        }

        /** Whether the planned rest would still find its time: the interview's are short, any other finds one of 40 seconds. */
        private boolean fits(Stage stage, Candidate candidate) {
            long rest = 0;
            for (Stage s : Stage.values()) {
                int open = MockSupply.planned(s) - at(s).size() - (s == stage ? 1 : 0);
                rest += Math.max(0, open) * (s == Stage.INTERVIEW ? 20L : 40L);
            }
            return length.plus(Pace.of(candidate.question())).plusSeconds(rest).compareTo(LONGEST) <= 0;
        }

        private Comparator<Candidate> best() {
            return comparing(Candidate::nearness)
                    .thenComparing(c -> tested.containsAll(c.question().tests()))
                    .thenComparingInt(c -> Math.max(
                            0, forms.getOrDefault(c.question().form().getClass(), 0) - 1)) // two of a form are welcome
                    .thenComparing(comparingInt(
                            c -> difficulties.getOrDefault(c.question().difficulty(), 0) / 3));
        }

        private List<Candidate> at(Stage stage) {
            return taken.computeIfAbsent(stage, s -> new ArrayList<>());
        }
    }
}
