package auditorium.library.content;

import java.util.Set;

/**
 * A named part of a paper: so many of the questions that fit.
 *
 * @param take how many questions it gives
 */
public record Pool(String id, int take, From from) {

    /** The types that are drawn only where a pool names them: one is never scored, the other waits for a person. */
    private static final Set<String> ON_REQUEST = Set.of("experience", "essay");

    /**
     * Which questions fit: those that meet every condition. An empty condition is none.
     *
     * @param requirements one of these keys is tested
     * @param cards one of these cards of the lesson explains it
     * @param types its type is one of these, see {@link Form#type}
     */
    public record From(
            Set<String> requirements,
            Set<String> cards,
            Set<Question.Stage> stages,
            Set<Integer> difficulties,
            Set<String> types) {

        /** Everything that a pool takes without being asked for it. */
        public static final From ANYTHING = new From(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Whether the question may be drawn from here. */
    public boolean fits(Question question) {
        String type = question.form().type();
        return (from.requirements().isEmpty() || question.tests().stream().anyMatch(from.requirements()::contains))
                && (from.cards().isEmpty()
                        || question.card().filter(from.cards()::contains).isPresent())
                && (from.stages().isEmpty() || from.stages().contains(question.stage()))
                && (from.difficulties().isEmpty() || from.difficulties().contains(question.difficulty()))
                && (from.types().isEmpty()
                        ? !ON_REQUEST.contains(type)
                        : from.types().contains(type));
    }
}
