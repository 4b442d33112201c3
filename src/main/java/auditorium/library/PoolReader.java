package auditorium.library;

import auditorium.library.content.Form;
import auditorium.library.content.Pool;
import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the pools that a quiz's papers are drawn from, and makes sure that no draw can run dry. */
final class PoolReader {

    private static final Set<String> DIFFICULTIES = Set.of("1", "2", "3");

    private PoolReader() {}

    static List<Pool> read(Yaml quiz, Collection<Question> questions) {
        List<Pool> pools = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml yaml : quiz.list("pools")) {
            yaml.allow("id", "from", "take");
            Pool pool = new Pool(
                    yaml.id(),
                    yaml.number("take"),
                    yaml.child("from").map(f -> from(f, questions)).orElse(Pool.From.ANYTHING));
            if (!ids.add(pool.id())) {
                yaml.errorAt("id", "another of “pools” has the id “" + pool.id() + "”");
            }
            if (pool.take() < 1) {
                yaml.errorAt("take", "“take” is how many questions the pool gives, at least 1");
            }
            lasts(yaml, pool, pools, questions);
            pools.add(pool);
        }
        return List.copyOf(pools);
    }

    private static Pool.From from(Yaml yaml, Collection<Question> questions) {
        yaml.allow("requirements", "cards", "stages", "difficulty", "types");
        return new Pool.From(
                known(yaml, "requirements", all(questions, q -> q.tests().stream()), "no question tests"),
                known(yaml, "cards", all(questions, q -> q.card().stream()), "no question is explained by the card"),
                yaml.choices("stages", Question.Stage.class),
                known(yaml, "difficulty", DIFFICULTIES, "a difficulty is 1, 2 or 3, not").stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                known(yaml, "types", Form.TYPES, "there is no type of question"));
    }

    private static Set<String> all(Collection<Question> questions, Function<Question, Stream<String>> of) {
        return questions.stream().flatMap(of).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> known(Yaml yaml, String key, Set<String> known, String unknown) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : yaml.strings(key)) {
            if (known.contains(name)) {
                found.add(name);
            } else {
                yaml.errorAt(key, unknown + " “" + name + "”");
            }
        }
        return found;
    }

    /**
     * Pools are filled one after the other, and no question stands twice on a paper. Whatever the earlier ones take, there must be
     * enough left: of those that fit here, each earlier pool may take as many as it gives and fit there too.
     */
    private static void lasts(Yaml yaml, Pool pool, List<Pool> earlier, Collection<Question> questions) {
        List<Question> fit = questions.stream().filter(pool::fits).toList();
        long taken = earlier.stream()
                .mapToLong(e -> Math.min(e.take(), fit.stream().filter(e::fits).count()))
                .sum();
        if (fit.size() < pool.take()) {
            yaml.errorAt("take", "the pool “" + pool.id() + "” gives " + pool.take() + " but " + fit.size() + " fit");
        } else if (fit.size() - taken < pool.take()) {
            yaml.errorAt(
                    "take",
                    "the pool “" + pool.id() + "” gives " + pool.take() + " and " + fit.size()
                            + " fit, but the pools before it may take " + taken + " of them");
        }
    }
}
