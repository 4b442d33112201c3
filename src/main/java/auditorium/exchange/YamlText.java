package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One question as our files write it. */
final class YamlText {

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String question(String id, String pictureFile, ImportedQuestion question, List<String> tests) {
        YamlText yaml = new YamlText();
        yaml.line("  - id: " + id);
        yaml.line("    type: " + type(question.form()));
        yaml.line("    kind: knowledge");
        yaml.line("    difficulty: 2");
        yaml.line("    stage: process");
        if (question.points() != 1) {
            yaml.line("    points: " + question.points());
        }
        if (!tests.isEmpty()) {
            yaml.line("    tests: " + words(tests));
        }
        question.picture().ifPresent(picture -> {
            yaml.line("    image: " + quoted("images/" + pictureFile));
            yaml.line("    alt: " + text(picture.alt()));
        });
        yaml.line("    text: " + text(question.text()));
        yaml.form(question.form());
        return yaml.out.toString();
    }

    private static String type(Form form) {
        return switch (form) {
            case Form.Single f -> "single";
            case Form.Multiple f -> "multiple";
            case Form.TrueFalse f -> "truefalse";
            case Form.Numeric f -> "numeric";
            case Form.ShortText f -> "text";
            case Form.Ordering f -> "ordering";
            case Form.Matching f -> "matching";
            case Form.Gaps f -> "gaps";
            case Form.Hotspot f -> "hotspot";
            case Form.Groups f -> "groups";
            case Form.Essay f -> "essay";
            case Form.Scenario f -> throw neverImported(f);
            case Form.Experience f -> throw neverImported(f);
        };
    }

    private void form(Form form) {
        switch (form) {
            case Form.Single f -> list("options", f.options(), YamlText::option);
            case Form.Multiple f -> {
                line("    partial: " + f.partial());
                list("options", f.options(), YamlText::option);
            }
            case Form.TrueFalse f -> {
                line("    answer: " + f.answer());
                reason(f.reason());
            }
            case Form.Numeric f -> {
                line("    value: " + f.value().toPlainString());
                line("    tolerance: " + f.tolerance().toPlainString());
                line("    unit: " + text(f.unit()));
                reason(f.reason());
            }
            case Form.ShortText f -> {
                line("    accept: " + accept(f.acceptZh(), f.acceptEn()));
                reason(f.reason());
            }
            case Form.Ordering f -> {
                list("items", f.items(), YamlText::item);
                reason(f.reason());
            }
            case Form.Matching f -> {
                list(
                        "pairs",
                        f.pairs(),
                        p -> "id: " + p.id() + ", left: " + text(p.left()) + ", right: " + text(p.right()));
                reason(f.reason());
            }
            case Form.Gaps f -> {
                list("gaps", f.gaps(), YamlText::gap);
                reason(f.reason());
            }
            case Form.Hotspot f -> {
                line("    grid: " + f.columns() + "x" + f.rows());
                list(
                        "right",
                        f.spots(),
                        s -> "id: " + s.id() + ", squares: " + words(s.squares()) + because(s.reason()));
                line("    misses: " + text(f.misses()));
                line("    description: " + text(f.description()));
            }
            case Form.Groups f -> {
                list("groups", f.groups(), YamlText::item);
                list(
                        "items",
                        f.items(),
                        i -> "id: " + i.id() + ", text: " + text(i.text()) + ", group: " + i.group()
                                + because(i.reason()));
            }
            case Form.Essay f ->
                list(
                        "rubric",
                        f.rubric(),
                        c -> "id: " + c.id() + ", points: " + c.points() + ", text: " + text(c.text()));
            case Form.Scenario f -> throw neverImported(f);
            case Form.Experience f -> throw neverImported(f);
        }
    }

    private static IllegalArgumentException neverImported(Form form) {
        return new IllegalArgumentException("no format has a " + form.getClass().getSimpleName());
    }

    private static String option(Form.Option o) {
        return "id: " + o.id() + (o.correct() ? ", correct: true" : "") + ", text: " + text(o.text())
                + because(o.reason());
    }

    private static String item(Form.Item i) {
        return "id: " + i.id() + ", text: " + text(i.text());
    }

    private static String gap(Form.Gaps.Gap gap) {
        return "id: " + quoted(gap.id())
                + (gap.options().isEmpty()
                        ? ", accept: " + accept(gap.acceptZh(), gap.acceptEn())
                        : ", options: ["
                                + String.join(
                                        ", ",
                                        gap.options().stream()
                                                .map(o -> "{" + option(o) + "}")
                                                .toList())
                                + "]");
    }

    private static String accept(List<String> zh, List<String> en) {
        return "{zh: " + words(zh) + ", en: " + words(en) + "}";
    }

    private static String because(Text reason) {
        return Plain.blank(reason) ? "" : ", reason: " + text(reason);
    }

    private void reason(Text reason) {
        line("    reason: " + text(reason));
    }

    private <T> void list(String key, List<T> items, Function<T, String> fields) {
        line("    " + key + ":");
        items.forEach(i -> line("      - {" + fields.apply(i) + "}"));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    static String words(Collection<String> words) {
        return "[" + String.join(", ", words.stream().map(YamlText::quoted).toList()) + "]";
    }

    static String text(Text text) {
        return "{zh: " + quoted(text.zh()) + ", en: " + quoted(text.en()) + "}";
    }

    /** Double quotes make every text safe; what cannot be seen is written as its number. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    // the YAML library trips over a pair of surrogates at the end of its buffer
                    boolean pair = Character.isSupplementaryCodePoint(c);
                    if (pair || Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT) {
                        quoted.append("\\U%08X".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
