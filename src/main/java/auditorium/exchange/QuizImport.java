package auditorium.exchange;

import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes the questions of a file into quiz files. {@code lang} is the file's language (guessed from each question when absent);
 * {@code tests} are the requirement keys for questions that name none.
 */
public record QuizImport(Optional<Lang> lang, Optional<String> lesson, List<String> tests) {

    private static final long LARGEST = 512L * 1024 * 1024;
    private static final Pattern KEY = Pattern.compile("[A-Z]{2}-[0-9]{1,3}");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    /** Either the whole file was read and its questions are in the folder, or it throws and the folder is as before. */
    public void read(Path file, QuizFormat format, Path folder, Consumer<ItemReport> reports) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new Unreadable("this file is larger than " + LARGEST / (1024 * 1024) + " MB");
        }
        String name = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        try (QuizYamlWriter writer = new QuizYamlWriter(folder, name, lesson)) {
            AtomicBoolean some = new AtomicBoolean();
            format.importer().read(file, item -> {
                some.set(true);
                reports.accept(take(item, writer));
            });
            if (!some.get()) {
                throw new Unreadable("the file has no question");
            }
            writer.publish();
        } catch (CharacterCodingException e) {
            throw new Unreadable("this text changes its charset half-way, or was cut");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ItemReport take(Importer.Item item, QuizYamlWriter writer) {
        if (item.question().isEmpty()) {
            return ItemReport.refused(item.where(), String.join("; ", item.remarks()));
        }
        ImportedQuestion question = item.question().get();
        List<String> losses = new ArrayList<>(item.remarks());
        List<String> keys = question.tests().isEmpty() ? tests : question.tests();
        try {
            if (!keys.stream().allMatch(k -> KEY.matcher(k).matches())) {
                throw new Refused("a requirement key is not like SC-22");
            }
            Text text = question.text();
            if (text.zh().equals(text.en())) {
                losses.add("only " + lang.orElseGet(() -> guess(text.zh())).code());
            }
            if (keys.isEmpty()) {
                losses.add("it tests no requirement yet: give --tests");
            }
            if (lesson.isEmpty()) {
                losses.add("it belongs to no lesson yet: give --lesson");
            }
            return ItemReport.taken(writer.write(question, keys), losses);
        } catch (Refused e) {
            return ItemReport.refused(item.where(), e.why());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One Han character makes it Chinese. */
    private static Lang guess(String text) {
        boolean han = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? Lang.ZH : Lang.EN;
    }
}
