package auditorium.library.content;

import auditorium.platform.Text;

/** One of the eight areas of the catalogue; its id begins the keys of its requirements. */
public record Area(String id, Text title) {}
