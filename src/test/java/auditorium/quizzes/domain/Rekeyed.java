package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The same questions to look at, with another key: what nobody may be able to tell apart before the answer. */
final class Rekeyed {

    private Rekeyed() {}

    static Question question(RandomGenerator random, Question q) {
        return Some.question(q.id(), q.difficulty(), q.tests(), q.points(), rekeyed(random, q.form()));
    }

    private static Form rekeyed(RandomGenerator random, Form form) {
        return switch (form) {
            case Form.Single f -> new Form.Single(rekeyed(random, f.options()));
            case Form.Multiple f -> new Form.Multiple(rekeyed(random, f.options()), f.partial());
            case Form.TrueFalse f -> new Form.TrueFalse(!f.answer(), f.reason());
            case Form.Numeric ignored -> Some.number("99", "1");
            case Form.ShortText ignored -> new Form.ShortText(List.of("别的"), List.of("other"), Some.WHY);
            case Form.Ordering f -> new Form.Ordering(shuffled(random, f.items()), f.reason());
            case Form.Matching f -> {
                List<Form.Matching.Pair> rights = shuffled(random, f.pairs());
                yield new Form.Matching(
                        IntStream.range(0, rights.size())
                                .mapToObj(i -> new Form.Matching.Pair(
                                        f.pairs().get(i).id(),
                                        f.pairs().get(i).left(),
                                        rights.get(i).right()))
                                .toList(),
                        f.reason());
            }
            case Form.Gaps f ->
                new Form.Gaps(
                        f.gaps().stream()
                                .map(g -> new Form.Gaps.Gap(
                                        g.id(), rekeyed(random, g.options()), List.of("别的"), List.of("other")))
                                .toList(),
                        f.reason());
            case Form.Hotspot ignored -> Some.hotspot("B2");
            case Form.Groups f ->
                new Form.Groups(
                        f.groups(),
                        shuffled(random, f.items()).stream()
                                .map(i -> new Form.Groups.Sorted(
                                        i.id(), i.text(), f.groups().getFirst().id(), i.reason()))
                                .toList());
            case Form.Scenario f ->
                new Form.Scenario(
                        f.story(),
                        f.steps().stream()
                                .map(s -> new Form.Scenario.Step(question(random, s.question()), s.when()))
                                .toList());
            case Form.Essay ignored -> new Form.Essay(List.of());
            case Form.Experience f ->
                new Form.Experience(shuffled(random, f.options()).stream()
                        .map(o -> new Form.Experience.Seen(o.id(), o.text(), !o.signal()))
                        .toList());
        };
    }

    private static List<Form.Option> rekeyed(RandomGenerator random, List<Form.Option> options) {
        return shuffled(random, options).stream()
                .map(o -> new Form.Option(o.id(), random.nextBoolean(), o.text(), o.reason()))
                .toList();
    }

    private static <T> List<T> shuffled(RandomGenerator random, List<T> all) {
        List<T> list = new ArrayList<>(all);
        Collections.shuffle(list, random);
        return list;
    }
}
