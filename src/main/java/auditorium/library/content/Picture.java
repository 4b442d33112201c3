package auditorium.library.content;

import auditorium.platform.Text;

/** A checked SVG of ours, ready to stand in a page, with the words for people who can't see it. */
public record Picture(String svg, Text alt) {}
