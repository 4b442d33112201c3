package auditorium.quizzes;

import auditorium.quizzes.domain.Score;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/**
 * Looking back on a mock audit: what held, what to learn next, and where a gap was brought into the open. It passes nobody and fails
 * nobody.
 *
 * @param standard its title; empty: a general audit
 * @param when the end, by the factory's clock; empty: a preview, of which nothing is kept
 * @param held requirements of which most is known
 * @param learn the others, the weakest first
 * @param credits the questions about disclosing
 */
record Debrief(
        String standard,
        String when,
        List<ResultView.Known> held,
        List<ResultView.Known> learn,
        List<Credit> credits,
        List<ResultView.Review> reviews) {

    /** From so many per cent of its points on a requirement holds. */
    private static final int HOLDS = 80;

    /** A question about disclosing, and whether the gap was brought into the open. */
    record Credit(int number, String id, String text, boolean given) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mockDebrief(UUID client, Debrief debrief);
    }

    static Debrief of(String standard, String when, LookBack back, Score score) {
        List<ResultView.Known> known = back.known(score);
        List<ResultView.Review> reviews = back.reviews(score);
        return new Debrief(
                standard,
                when,
                known.stream().filter(k -> k.percent() >= HOLDS).toList(),
                known.stream().filter(k -> k.percent() < HOLDS).toList(),
                reviews.stream()
                        .filter(r -> back.discloses(r.id()))
                        .map(r -> new Credit(
                                r.number(), r.id(), r.text(), r.verdict().equals("right")))
                        .toList(),
                reviews);
    }

    /** How many gaps were brought into the open. */
    public long given() {
        return credits.stream().filter(Credit::given).count();
    }

    public boolean preview() {
        return when.isEmpty();
    }
}
