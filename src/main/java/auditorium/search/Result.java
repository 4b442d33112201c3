package auditorium.search;

import auditorium.search.domain.Snippet;
import java.util.List;

/**
 * One thing found, as plain text in parts: the page escapes them and marks the found ones.
 *
 * @param plate the key or code that people know it by; may be empty
 * @param href where it can be read; empty when all of it stands here
 * @param meta where it belongs
 * @param titleLang and {@code textLang}: the language that each is in, for readers of the other
 */
record Result(
        String plate,
        List<Snippet.Part> title,
        String titleLang,
        List<Snippet.Part> text,
        String textLang,
        String href,
        String meta) {}
