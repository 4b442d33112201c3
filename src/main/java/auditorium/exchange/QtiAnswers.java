package auditorium.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the declarations and rules of a QTI item say about what is right. */
final class QtiAnswers {

    private static final Set<String> PLAIN_RULES = Set.of(
            "response-processing",
            "set-outcome-value",
            "sum",
            "map-response",
            "response-condition",
            "response-if",
            "response-else",
            "match",
            "equal",
            "variable",
            "correct",
            "base-value",
            "is-null");

    private final Xml item;
    private final boolean mapped;
    private final Draft draft;

    QtiAnswers(Xml item, Draft draft) {
        this.item = item;
        this.draft = draft;
        Optional<Xml> rules = item.child("response-processing");
        String template = rules.map(r -> r.attribute("template")).orElse("");
        mapped = template.contains("map_response")
                || rules.map(r -> r.all("map-response").findAny().isPresent()).orElse(false);
        boolean known = template.isEmpty()
                ? rules.stream().flatMap(Xml::all).allMatch(r -> PLAIN_RULES.contains(r.name()))
                : template.contains("match_correct") || template.contains("map_response");
        if (!known) {
            draft.note("its own scoring rules are lost");
        }
    }

    /** Whether each right answer counts for itself. */
    boolean mapped() {
        return mapped;
    }

    String baseType(String response) {
        return declaration(response).map(d -> d.attribute("base-type")).orElse("");
    }

    boolean single(String response) {
        return declaration(response)
                .map(d -> d.attribute("cardinality"))
                .orElse("")
                .equals("single");
    }

    /** The tolerance of a number, when the rules compare with one. */
    Optional<String> tolerance() {
        List<Xml> equals = item.child("response-processing").stream()
                .flatMap(r -> r.all("equal"))
                .filter(e -> !e.attribute("tolerance").isBlank())
                .toList();
        if (equals.isEmpty()) {
            return Optional.empty();
        }
        if (!equals.getFirst().attribute("tolerance-mode").equals("absolute")) {
            draft.lost("a tolerance in per cent");
            return Optional.empty();
        }
        return equals.getFirst()
                .attribute("tolerance")
                .strip()
                .lines()
                .findFirst()
                .map(t -> t.replaceFirst("\\s.*", ""));
    }

    /** Every right value, in order. */
    List<String> right(String response) throws Refused {
        Xml declaration = declaration(response).orElseThrow(() -> new Refused("it has no right answer"));
        List<String> correct = declaration.child("correct-response").stream()
                .flatMap(c -> c.children("value").stream())
                .map(v -> v.text().strip())
                .toList();
        Map<String, BigDecimal> map = map(declaration);
        List<String> counting = map.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .toList();
        List<String> right = mapped && !counting.isEmpty() ? counting : correct.isEmpty() ? counting : correct;
        if (right.isEmpty()) {
            throw new Refused("it has no right answer");
        }
        return right;
    }

    /** The one right value; others that count in part are lost. */
    String rightOne(String response) throws Refused {
        List<String> right = right(response);
        if (right.size() == 1) {
            return right.getFirst();
        }
        draft.lost("an answer that counted in part");
        Map<String, BigDecimal> map = map(declaration(response).orElseThrow());
        return right.stream()
                .max(Comparator.comparing(value -> map.getOrDefault(value, BigDecimal.ZERO)))
                .orElseThrow();
    }

    /** Everything that is accepted as text. */
    List<String> accepted(String response) throws Refused {
        Xml declaration = declaration(response).orElseThrow(() -> new Refused("it has no right answer"));
        Map<String, BigDecimal> map = map(declaration);
        BigDecimal most = map.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        if (map.values().stream().anyMatch(v -> v.signum() > 0 && v.compareTo(most) < 0)) {
            draft.lost("an answer that counted in part");
        }
        Set<String> seen = new HashSet<>();
        List<String> accepted = new ArrayList<>();
        declaration.child("correct-response").stream()
                .flatMap(c -> c.children("value").stream())
                .map(v -> v.text().strip())
                .filter(seen::add)
                .forEach(accepted::add);
        map.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0 && e.getValue().compareTo(most) == 0)
                .map(Map.Entry::getKey)
                .filter(seen::add)
                .forEach(accepted::add);
        return accepted;
    }

    /** The right pairs as two columns. */
    List<List<String>> pairs(String response) throws Refused {
        List<List<String>> pairs = new ArrayList<>();
        for (String pair : right(response)) {
            int space = pair.indexOf(' ');
            if (space < 0) {
                throw new Refused("its right answer is no pair");
            }
            pairs.add(List.of(pair.substring(0, space), pair.substring(space).strip()));
        }
        return pairs;
    }

    private Optional<Xml> declaration(String response) {
        return item.children("response-declaration").stream()
                .filter(d -> d.attribute("identifier").equals(response))
                .findFirst();
    }

    private static Map<String, BigDecimal> map(Xml declaration) throws Refused {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        for (Xml entry :
                declaration.child("mapping").map(m -> m.children("map-entry")).orElse(List.of())) {
            map.put(entry.attribute("map-key").strip(), Numbers.of(entry.attribute("mapped-value")));
        }
        return map;
    }
}
