package auditorium.library.content;

import auditorium.platform.Text;

/** Where on the audit walk something is seen; places stand in the order of the walk. */
public record Place(String id, Text title) {}
