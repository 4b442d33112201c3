package auditorium.library.content;

import auditorium.platform.Text;

/** One statement of the source document; each must be taught, tested, checked and mapped to a task. */
public record Statement(String id, Text text) {}
