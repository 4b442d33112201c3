package auditorium.exchange;

import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a quiz in one language for another system: what is asked, what is right and why. What only we know of a question (its
 * requirements, laws, lesson card, difficulty) stays here, unreported.
 */
@FunctionalInterface
public interface Exporter {

    /** One report a question, in the quiz's order. Does not close the stream. */
    List<ItemReport> write(Quiz quiz, Lang lang, OutputStream out) throws IOException;
}
