package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * A question as a file gave it. A file in one language gives the same text for both. The name is an id, a title or empty;
 * {@code tests} are the requirement keys that the file itself names.
 */
public record ImportedQuestion(
        String name, Text text, Optional<Picture> picture, int points, List<String> tests, Form form) {}
