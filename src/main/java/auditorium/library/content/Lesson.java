package auditorium.library.content;

import auditorium.platform.Text;
import java.util.List;
import java.util.Optional;

/** A few minutes of reading on a phone, card by card. */
public record Lesson(
        String id,
        String course,
        Text title,
        int minutes,
        Audience audience,
        boolean forWorkers,
        boolean interview,
        List<String> teaches,
        List<String> statements,
        List<String> laws,
        int revision,
        List<Card> cards,
        Version version) {

    public Optional<Card> card(String id) {
        return cards.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** The lesson's place in its course, A1 … H1. */
    public String code() {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }
}
