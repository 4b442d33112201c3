package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.tables.Lines;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TextDecoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aiken: a text, lettered options, and the right letter. People in China write it with 、 and 答案： just as well. */
final class AikenImporter implements Importer {

    private static final Pattern OPTION = Pattern.compile("\\s*([A-Z])\\s*[.)、．）]\\s*(.*)");
    private static final Pattern ANSWER =
            Pattern.compile("\\s*(?:ANSWER|答案)\\s*[:：]\\s*(.*)", Pattern.CASE_INSENSITIVE);

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        try (var text = TextDecoding.reader(() -> Files.newInputStream(file))) {
            Lines lines = new Lines(text);
            Block block = new Block();
            for (String line = lines.next(); line != null; line = lines.next()) {
                block = block.with(line, lines.number(), items);
            }
            block.end(items);
        }
    }

    /** What was read of a question so far. */
    private static final class Block {

        private final StringBuilder text = new StringBuilder();
        private final List<String> letters = new ArrayList<>();
        private final List<Form.Option> options = new ArrayList<>();
        private int start;
        private int length;

        /** The block for the next line: this one, or a new one when this is complete. */
        Block with(String line, int number, Consumer<Item> items) {
            if (line.isBlank()) {
                return this;
            }
            start = start == 0 ? number : start;
            length += line.length();
            Matcher answer = ANSWER.matcher(line);
            if (answer.matches()) {
                finish(answer.group(1).strip().toUpperCase(Locale.ROOT), items);
                return new Block();
            }
            Matcher option = OPTION.matcher(line);
            if (option.matches() && !text.isEmpty()) {
                if (length <= Lines.LONGEST) {
                    letters.add(option.group(1));
                    options.add(new Form.Option("", false, Plain.both(option.group(2)), Draft.NONE));
                }
                return this;
            }
            if (!options.isEmpty()) {
                end(items);
                return new Block().with(line, number, items);
            }
            if (length <= Lines.LONGEST) {
                text.append(line.strip()).append('\n');
            }
            return this;
        }

        private void finish(String answer, Consumer<Item> items) {
            Draft.of("line " + start, items, draft -> {
                if (length > Lines.LONGEST) {
                    throw new Refused("it is longer than " + Lines.LONGEST + " characters");
                }
                if (letters.stream().distinct().count() < letters.size()) {
                    throw new Refused("two of its options have the same letter");
                }
                int right = letters.indexOf(answer);
                if (right < 0) {
                    throw new Refused("its answer “" + Plain.inReport(answer) + "” is none of its letters");
                }
                Form.Option o = options.get(right);
                options.set(right, new Form.Option("", true, o.text(), o.reason()));
                draft.text(Plain.both(text.toString()));
                return draft.single(options, Draft.NONE);
            });
        }

        /** The file ends, or the next question begins, before an answer came. */
        void end(Consumer<Item> items) {
            if (start > 0) {
                items.accept(Draft.refused("line " + start, "it has no line “ANSWER: …”"));
            }
        }
    }
}
