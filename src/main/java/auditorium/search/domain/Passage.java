package auditorium.search.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text of a document with its weight: {@code A} for names and titles to {@code D} for running text, as PostgreSQL ranks them.
 */
public record Passage(String text, char weight) {

    /** PostgreSQL keeps no place beyond this one. */
    private static final int LAST_PLACE = 16_383;

    private static final int PLACES_OF_ONE = 200;

    public Passage {
        if (weight < 'A' || weight > 'D') {
            throw new IllegalArgumentException("no such weight: " + weight);
        }
    }

    /** The document as a literal of PostgreSQL's {@code tsvector}. Tokens have letters and digits only, so nothing needs escaping. */
    public static String vector(List<Passage> document) {
        Map<String, StringBuilder> places = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        int next = 1;
        for (Passage passage : document) {
            for (Tokens.Token token : Tokens.ofDocument(passage.text(), next)) {
                next = token.position() + 1;
                if (token.position() <= LAST_PLACE && counts.merge(token.text(), 1, Integer::sum) <= PLACES_OF_ONE) {
                    StringBuilder own = places.computeIfAbsent(token.text(), t -> new StringBuilder());
                    own.append(own.isEmpty() ? "" : ",").append(token.position());
                    if (passage.weight() != 'D') {
                        own.append(passage.weight());
                    }
                }
            }
            next++; // nobody searches across the end of a passage
        }
        StringBuilder vector = new StringBuilder();
        places.forEach((token, at) ->
                vector.append('\'').append(token).append("':").append(at).append(' '));
        return vector.toString();
    }
}
