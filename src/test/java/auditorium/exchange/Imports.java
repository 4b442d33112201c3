package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this package share. */
final class Imports {

    private Imports() {}

    static List<Importer.Item> of(QuizFormat format, String text) throws IOException {
        return of(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Importer.Item> of(QuizFormat format, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("import", ".any");
        try {
            Files.write(file, bytes);
            List<Importer.Item> items = new ArrayList<>();
            format.importer().read(file, items::add);
            return items;
        } finally {
            Files.delete(file);
        }
    }

    /** The only question of a text. */
    static ImportedQuestion question(QuizFormat format, String text) throws IOException {
        return item(format, text).question().orElseThrow();
    }

    static Importer.Item item(QuizFormat format, String text) throws IOException {
        List<Importer.Item> items = of(format, text);
        if (items.size() != 1) {
            throw new AssertionError("not one item but " + items);
        }
        return items.getFirst();
    }

    static String why(QuizFormat format, String text) throws IOException {
        Importer.Item item = item(format, text);
        if (item.question().isPresent()) {
            throw new AssertionError("was taken: " + item);
        }
        return String.join("; ", item.remarks());
    }

    static byte[] sample(String name) {
        try (var in = Imports.class.getResourceAsStream("/exchange/" + name)) {
            if (in == null) {
                throw new AssertionError("there is no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form in one language, for reading and for comparing; ids only where they are asked for. */
    static String shown(Form form, Lang lang, boolean ids) {
        Shown s = new Shown(lang, ids);
        return switch (form) {
            case Form.Single f ->
                "single " + f.options().stream().map(s::option).toList();
            case Form.Multiple f ->
                "multiple " + f.partial() + " "
                        + f.options().stream().map(s::option).toList();
            case Form.TrueFalse f -> f.answer() + " because " + s.in(f.reason());
            case Form.Numeric f ->
                f.value().stripTrailingZeros().toPlainString() + "±"
                        + f.tolerance().stripTrailingZeros().toPlainString() + " " + s.in(f.unit()) + " because "
                        + s.in(f.reason());
            case Form.ShortText f -> (lang == Lang.ZH ? f.acceptZh() : f.acceptEn()) + " because " + s.in(f.reason());
            case Form.Ordering f -> f.items().stream().map(s::item).toList() + " because " + s.in(f.reason());
            case Form.Matching f ->
                f.pairs().stream()
                                .map(p -> s.id(p.id()) + s.in(p.left()) + " -> " + s.in(p.right()))
                                .toList()
                        + " because " + s.in(f.reason());
            case Form.Gaps f -> f.gaps().stream().map(s::gap).toList() + " because " + s.in(f.reason());
            case Form.Hotspot f ->
                f.columns() + "x" + f.rows() + " "
                        + f.spots().stream()
                                .map(p -> s.id(p.id()) + new java.util.TreeSet<>(p.squares()) + s.in(p.reason()))
                                .toList()
                        + s.in(f.misses()) + s.in(f.description());
            case Form.Groups f ->
                f.items().stream()
                        .map(i -> s.id(i.id()) + s.in(i.text()) + " in " + s.group(f, i) + s.because(i.reason()))
                        .toList()
                        .toString();
            case Form.Essay f ->
                f.rubric().stream()
                        .map(c -> c.points() + ": " + s.in(c.text()))
                        .toList()
                        .toString();
            default -> form.toString();
        };
    }

    private record Shown(Lang lang, boolean ids) {

        String in(Text text) {
            return "“" + text.in(lang) + "”";
        }

        String id(String id) {
            return ids ? id + ": " : "";
        }

        String option(Form.Option o) {
            return (o.correct() ? "+" : "-") + id(o.id()) + in(o.text()) + because(o.reason());
        }

        String because(Text reason) {
            return " because " + in(reason);
        }

        String item(Form.Item i) {
            return id(i.id()) + in(i.text());
        }

        String group(Form.Groups f, Form.Groups.Sorted i) {
            return f.groups().stream()
                    .filter(g -> g.id().equals(i.group()))
                    .map(this::item)
                    .toList()
                    .toString();
        }

        String gap(Form.Gaps.Gap g) {
            return g.options().isEmpty()
                    ? (lang == Lang.ZH ? g.acceptZh() : g.acceptEn()).toString()
                    : g.options().stream().map(this::option).toList().toString();
        }
    }
}
