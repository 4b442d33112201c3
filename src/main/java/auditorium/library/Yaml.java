package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.platform.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A mapping in a YAML file that knows its place. Whoever asks for something that is missing or malformed gets a harmless
 * stand-in, and the report gets a line: so one reading finds every problem.
 */
final class Yaml {

    /** Every value is taken as it is written: the schema need not guess what might be a number. */
    private static LoadSettings settings(String content) {
        return LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(20)
                .setBufferSize(content.length() + 2) // a character of two halves on a buffer's edge would fail
                .build();
    }

    private static final int DEEPEST = 30;
    private static final String TOO_DEEP = "this nests deeper than " + DEEPEST + " levels";
    /** Digits of a number, before and after the point. */
    private static final int LONGEST_NUMBER = 30;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    private final String file;
    private final int line;
    private final Map<String, Node> fields;
    private final ContentReport report;
    /** Made once a mapping: the canonical form of a whole is put together from those of its parts. */
    private final IdentityHashMap<Node, Yaml> inside = new IdentityHashMap<>(4);

    private @Nullable String canonical;

    private Yaml(String file, MappingNode node, ContentReport report) {
        this.file = file;
        this.line = lineOf(node);
        this.report = report;
        fields = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.put(key, tuple.getValueNode()) != null) {
                report.error(file, lineOf(tuple.getKeyNode()), "“" + key + "” stands here twice");
            }
        }
    }

    /** Reads a file whose top is a mapping. */
    static Optional<Yaml> parse(String file, String content, ContentReport report) {
        try {
            Node node = new Compose(settings(content)).composeString(content).orElse(null);
            if (node instanceof MappingNode mapping) {
                return plain(file, mapping, report) ? Optional.of(new Yaml(file, mapping, report)) : Optional.empty();
            }
            report.error(file, 1, "this file should be a mapping of names to values");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            report.error(file, line, "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            report.error(file, 1, "this is not YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            report.error(file, 1, TOO_DEEP); // the library goes down with every bracket
        }
        return Optional.empty();
    }

    /** A tree of little depth: what refers to itself, or to the same thing over and over, would never come to an end. */
    private static boolean plain(String file, MappingNode top, ContentReport report) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> level = List.of(top);
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<Node> below = new ArrayList<>();
            for (Node node : level) {
                if (!seen.add(node)) {
                    report.error(file, lineOf(node), "this is used in two places by an alias; write it twice");
                    return false;
                }
                switch (node) {
                    case MappingNode mapping ->
                        mapping.getValue().forEach(t -> {
                            below.add(t.getKeyNode());
                            below.add(t.getValueNode());
                        });
                    case SequenceNode sequence -> below.addAll(sequence.getValue());
                    default -> {}
                }
            }
            if (depth > DEEPEST) {
                report.error(file, lineOf(level.get(0)), TOO_DEEP);
                return false;
            }
            level = below;
        }
        return true;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    void problem(Level level, String message) {
        report.add(level, file, line, message);
    }

    void error(String message) {
        problem(Level.ERROR, message);
    }

    /** Like {@link #error}, but at the line of one field. */
    void errorAt(String key, String message) {
        report.error(file, lineAt(key), message);
    }

    void warnAt(String key, String message) {
        report.add(Level.WARNING, file, lineAt(key), message);
    }

    int lineAt(String key) {
        Node node = fields.get(key);
        return node == null ? line : lineOf(node);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** A name that nobody reads is most likely misspelt. */
    void allow(String... keys) {
        List<String> known = Arrays.asList(keys);
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                report.add(Level.WARNING, file, lineOf(value), "nobody reads “" + key + "”; is it misspelt?");
            }
        });
    }

    String string(String key) {
        return optional(key).orElseGet(() -> {
            error("“" + key + "” is missing");
            return "";
        });
    }

    Optional<String> optional(String key) {
        Node node = fields.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(scalar.getValue().strip());
        }
        report.error(file, lineOf(node), "“" + key + "” should be one value");
        return Optional.empty();
    }

    /** A stable id: letters, digits and hyphens. */
    String id() {
        String id = string("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            errorAt("id", "the id “" + id + "” has more than letters, digits and hyphens");
        }
        return id;
    }

    Text text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!has(key)) {
                error("“" + key + "” is missing");
            }
            return new Text("", "");
        });
    }

    Optional<Text> optionalText(String key) {
        Node node = fields.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof MappingNode mapping)) {
            report.error(file, lineOf(node), "“" + key + "” should have zh and en");
            return Optional.empty();
        }
        Yaml both = within(mapping);
        both.allow("zh", "en");
        return Optional.of(new Text(both.translation(key, "zh"), both.translation(key, "en")));
    }

    private String translation(String of, String language) {
        return optional(language).orElseGet(() -> {
            error("“" + of + "” has no " + language + ": a translation is missing");
            return "";
        });
    }

    int number(String key, int otherwise) {
        return scalar(key, Integer::valueOf, "a whole number").orElse(otherwise);
    }

    int number(String key) {
        required(key);
        return number(key, 0);
    }

    BigDecimal decimal(String key) {
        required(key);
        return decimal(key, BigDecimal.ZERO);
    }

    BigDecimal decimal(String key, BigDecimal otherwise) {
        return scalar(key, Yaml::writable, "a number").orElse(otherwise);
    }

    /** A number that can be written out: an exponent of nine digits would make a text of a gigabyte. */
    private static BigDecimal writable(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > LONGEST_NUMBER || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    Optional<Boolean> flag(String key) {
        return scalar(
                key,
                s -> switch (s) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(s);
                },
                "true or false");
    }

    Optional<LocalDate> date(String key) {
        return scalar(key, LocalDate::parse, "a date like 2026-11-22");
    }

    Optional<Period> period(String key) {
        return scalar(key, Period::parse, "a period like P3M");
    }

    Optional<Duration> duration(String key) {
        return scalar(key, Duration::parse, "a duration like PT20M");
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        required(key);
        return scalar(key, s -> Enum.valueOf(type, s.toUpperCase(Locale.ROOT)), () -> "one of " + names(type))
                .orElse(otherwise);
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> found = new java.util.LinkedHashSet<>();
        for (String name : strings(key)) {
            try {
                found.add(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                errorAt(key, "“" + name + "” in “" + key + "” should be one of " + names(type));
            }
        }
        return found;
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private void required(String key) {
        if (!has(key)) {
            error("“" + key + "” is missing");
        }
    }

    private <T> Optional<T> scalar(String key, Function<String, T> parse, String wanted) {
        return scalar(key, parse, () -> wanted);
    }

    private <T> Optional<T> scalar(String key, Function<String, T> parse, Supplier<String> wanted) {
        return optional(key).flatMap(value -> {
            try {
                return Optional.of(parse.apply(value));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                errorAt(key, "“" + key + "” is “" + value + "” but should be " + wanted.get());
                return Optional.empty();
            }
        });
    }

    List<String> strings(String key) {
        Node node = fields.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            report.error(file, lineOf(node), "“" + key + "” should be a list");
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                values.add(scalar.getValue().strip());
            } else {
                report.error(file, lineOf(item), "“" + key + "” should be a list of words");
            }
        }
        return List.copyOf(values);
    }

    List<Yaml> list(String key) {
        Node node = fields.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            report.error(file, lineOf(node), "“" + key + "” should be a list");
            return List.of();
        }
        List<Yaml> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode mapping) {
                items.add(within(mapping));
            } else {
                report.error(file, lineOf(item), "each item of “" + key + "” should be a mapping");
            }
        }
        return items;
    }

    Optional<Yaml> child(String key) {
        Node node = fields.get(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(within(mapping));
        }
        if (node != null) {
            report.error(file, lineOf(node), "“" + key + "” should be a mapping");
        }
        return Optional.empty();
    }

    Set<String> keys() {
        return fields.keySet();
    }

    /** The same for the same meaning: keys sorted, white space and comments gone. What a version's hash is made of. */
    String canonical() {
        if (canonical == null) {
            StringBuilder out = new StringBuilder();
            canonical(out);
            canonical = out.toString();
        }
        return canonical;
    }

    private Yaml within(MappingNode mapping) {
        return inside.computeIfAbsent(mapping, m -> new Yaml(file, mapping, report));
    }

    private void canonical(StringBuilder out) {
        if (canonical != null) {
            out.append(canonical);
            return;
        }
        out.append('{');
        new TreeMap<>(fields).forEach((key, value) -> {
            quote(out, key);
            out.append(':');
            canonical(out, value);
            out.append(',');
        });
        out.append('}');
    }

    private void canonical(StringBuilder out, @Nullable Node node) {
        switch (node) {
            case MappingNode mapping -> within(mapping).canonical(out);
            case SequenceNode sequence -> {
                out.append('[');
                for (Node item : sequence.getValue()) {
                    canonical(out, item);
                    out.append(',');
                }
                out.append(']');
            }
            case ScalarNode scalar -> quote(out, scalar.getValue().strip());
            case null, default -> out.append("null");
        }
    }

    private static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }
}
