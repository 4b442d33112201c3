package auditorium.library.content;

import auditorium.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * One question: what every question has, and the {@link Form} that says how it is answered.
 *
 * @param discloses whether answering it well brings a gap into the open, where another answer would make the paper look perfect
 * @param standards ids of the only standards in whose mock audits it is asked; empty: in any
 */
public record Question(
        String id,
        Kind kind,
        int difficulty,
        Stage stage,
        List<String> tests,
        List<String> statements,
        List<String> laws,
        Optional<String> card,
        Text text,
        Optional<Picture> picture,
        int points,
        Form form,
        Version version,
        boolean discloses,
        List<String> standards) {

    /** A question that is asked anywhere and is not about disclosing. */
    public Question(
            String id,
            Kind kind,
            int difficulty,
            Stage stage,
            List<String> tests,
            List<String> statements,
            List<String> laws,
            Optional<String> card,
            Text text,
            Optional<Picture> picture,
            int points,
            Form form,
            Version version) {
        this(
                id,
                kind,
                difficulty,
                stage,
                tests,
                statements,
                laws,
                card,
                text,
                picture,
                points,
                form,
                version,
                false,
                List.of());
    }

    /** What a question is about. Experience has no right answer and is never scored. */
    public enum Kind {
        KNOWLEDGE,
        SKILL,
        EXPERIENCE
    }

    /** Where the question belongs in a mock audit. */
    public enum Stage {
        ARRIVAL,
        FLOOR,
        PROCESS,
        DOCUMENTS,
        INTERVIEW,
        CLOSING
    }

    /** Whether anybody ever gets points for it. */
    public boolean scored() {
        return kind != Kind.EXPERIENCE && !(form instanceof Form.Experience);
    }
}
