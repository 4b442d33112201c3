package auditorium.library.content;

import auditorium.platform.Text;
import java.util.List;

/** Lessons that belong together. */
public record Course(String id, String code, Text title, Text summary, List<Lesson> lessons) {}
