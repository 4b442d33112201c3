package auditorium.exchange;

import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the questions of a file one by one, in the file's order, and keeps none of them. */
@FunctionalInterface
public interface Importer {

    /** One item of a file: the question and what of it was lost, or no question and why. */
    record Item(String where, Optional<ImportedQuestion> question, List<String> remarks) {}

    /** Throws {@link Unreadable} when the file as a whole is broken, even when some items were read before. */
    void read(Path file, Consumer<Item> items) throws IOException;
}
