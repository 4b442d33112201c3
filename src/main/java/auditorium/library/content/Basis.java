package auditorium.library.content;

/** What one answer to a question rests on. */
public sealed interface Basis {

    /** A fact of law, by its id. */
    record Fact(String law) implements Basis {}

    /** A clause of a standard. */
    record Clause(String standard, String clause) implements Basis {}

    /** A card of the lesson that the quiz belongs to. */
    record Explained(String card) implements Basis {}
}
