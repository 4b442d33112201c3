package auditorium.library;

import auditorium.library.content.Term;
import java.util.List;

/** A lesson as it is read in one language: its cards' HTML with the glossary's terms marked, and those terms as they come. */
public record Reading(List<String> cards, List<Term> terms) {}
