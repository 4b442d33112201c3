package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a format can't carry, said the same way for every format. */
final class Losses {

    private final Set<String> lost = new LinkedHashSet<>();

    void add(String what) {
        lost.add(what + " is lost");
    }

    void note(String remark) {
        lost.add(remark);
    }

    List<String> all() {
        return List.copyOf(lost);
    }

    void points(Question question) {
        if (question.points() != 1) {
            note("it counts 1 instead of " + question.points());
        }
    }

    void picture(Question question) {
        if (question.picture().isPresent()) {
            add("the picture");
        }
    }

    static String unlike(Form form) {
        return switch (form) {
            case Form.Scenario s -> "the format has no case with steps";
            case Form.Experience e -> "it is about experience: nothing is right or wrong";
            case Form.Hotspot h -> "the format has no areas on a picture";
            case Form.Ordering o -> "the format has no order";
            default -> "the format has nothing like it";
        };
    }

    /** Formats that know only pairs write groups as pairs that share a right side. */
    List<Form.Matching.Pair> pairs(Form.Groups groups) {
        add("the explanation of each item");
        List<Form.Matching.Pair> pairs = new ArrayList<>();
        for (Form.Groups.Sorted item : groups.items()) {
            Form.Item group = groups.groups().stream()
                    .filter(g -> g.id().equals(item.group()))
                    .findFirst()
                    .orElseThrow();
            pairs.add(new Form.Matching.Pair(item.id(), item.text(), group.text()));
        }
        long used = pairs.stream().map(Form.Matching.Pair::right).distinct().count();
        if (used == pairs.size()) {
            note("groups become pairs");
        }
        if (used < groups.groups().size()) {
            add("a group without items");
        }
        return pairs;
    }
}
