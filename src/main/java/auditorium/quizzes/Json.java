package auditorium.quizzes;

import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Paper;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Papers and answers as they are stored. Small and spelled out, so that old rows can be read for ever. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static String of(Paper paper) {
        ArrayNode all = MAPPER.createArrayNode();
        for (Paper.Drawn drawn : paper.questions()) {
            ObjectNode one = all.addObject();
            one.put("quiz", drawn.quiz());
            one.put("question", drawn.question());
            one.put("version", drawn.version());
            one.set("order", array(drawn.order()));
        }
        return all.toString();
    }

    /** {@code quiz} is the one that questions are from which say none: papers were of one quiz once. */
    static Paper paper(String json, String quiz) {
        List<Paper.Drawn> drawn = new ArrayList<>();
        for (JsonNode one : tree(json)) {
            drawn.add(new Paper.Drawn(
                    one.path("quiz").asText(quiz),
                    one.path("question").asText(),
                    one.path("version").asText(),
                    strings(one.path("order"))));
        }
        return new Paper(drawn);
    }

    public static String of(Answer answer) {
        return node(answer).toString();
    }

    private static ObjectNode node(Answer answer) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (answer) {
            case Answer.Chosen a -> node.set("chosen", array(a.ids()));
            case Answer.Truth a -> node.put("truth", a.value());
            case Answer.Amount a -> node.put("amount", a.value().toPlainString());
            case Answer.Words a -> node.put("words", a.text());
            case Answer.Order a -> node.set("order", array(a.ids()));
            case Answer.Pairs a -> node.set("pairs", object(a.rights()));
            case Answer.Filled a -> node.set("gaps", object(a.gaps()));
            case Answer.Squares a -> node.set("squares", array(a.squares()));
            case Answer.Sorted a -> node.set("groups", object(a.groups()));
            case Answer.FreeText a -> node.put("text", a.text());
            case Answer.Unknown a -> node.put("unknown", true);
            case Answer.Nothing a -> node.put("nothing", true);
            case Answer.Steps a -> {
                ObjectNode steps = node.putObject("steps");
                a.answers().forEach((step, of) -> steps.set(step, node(of)));
            }
        }
        return node;
    }

    /** Points by criterion. */
    static String of(Map<String, Integer> points) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(points).forEach(node::put);
        return node.toString();
    }

    static Map<String, Integer> points(String json) {
        Map<String, Integer> points = new LinkedHashMap<>();
        tree(json).properties().forEach(e -> points.put(e.getKey(), e.getValue().asInt()));
        return points;
    }

    static Answer answer(String json) {
        return answer(tree(json));
    }

    private static Answer answer(JsonNode node) {
        String kind = node.fieldNames().next();
        JsonNode value = node.path(kind);
        return switch (kind) {
            case "chosen" -> new Answer.Chosen(new TreeSet<>(strings(value)));
            case "truth" -> new Answer.Truth(value.asBoolean());
            case "amount" -> new Answer.Amount(new BigDecimal(value.asText()));
            case "words" -> new Answer.Words(value.asText());
            case "order" -> new Answer.Order(strings(value));
            case "pairs" -> new Answer.Pairs(map(value));
            case "gaps" -> new Answer.Filled(map(value));
            case "squares" -> new Answer.Squares(new TreeSet<>(strings(value)));
            case "groups" -> new Answer.Sorted(map(value));
            case "text" -> new Answer.FreeText(value.asText());
            case "unknown" -> new Answer.Unknown();
            case "nothing" -> new Answer.Nothing();
            case "steps" -> {
                Map<String, Answer> steps = new LinkedHashMap<>();
                value.properties().forEach(e -> steps.put(e.getKey(), answer(e.getValue())));
                yield new Answer.Steps(steps);
            }
            default -> throw new IllegalStateException("no kind of answer: " + kind);
        };
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored row can't be read", e);
        }
    }

    private static ArrayNode array(Collection<String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    private static ObjectNode object(Map<String, String> values) {
        ObjectNode object = MAPPER.createObjectNode();
        values.forEach(object::put);
        return object;
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(v -> values.add(v.asText()));
        return values;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        return values;
    }
}
