package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Form;
import auditorium.library.content.Law;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import io.quarkus.qute.RawString;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of an attempt, question by question: what was answered, what is right and why, and which rule says so. */
record ResultView(
        UUID attempt,
        String quiz,
        String title,
        String lesson,
        String when,
        String day,
        long minutes,
        boolean passed,
        int percent,
        int pass,
        long right,
        long scored,
        List<Known> known,
        List<Regraded> regrades,
        List<Review> reviews) {

    /** It was marked anew by a corrected key; {@code before} and {@code after} in per cent. */
    record Regraded(String when, String by, String reason, int before, int after) {}

    /** It counts as passed although the points are no longer enough: a regrade takes no pass. */
    public boolean keepsPass() {
        return passed && percent < pass && !regrades.isEmpty();
    }

    /** A requirement with how many of its points were earned. */
    record Known(String key, String title, int earned, int possible, int percent) {}

    /** One question looked back upon. Verdicts: right, partly, wrong, none (not answered), unscored. */
    record Review(
            int number,
            String id,
            String verdict,
            String text,
            RawString picture,
            List<ReviewText.Line> lines,
            String reason,
            List<String> keys,
            List<Source> sources,
            String card,
            String cardTitle) {}

    /** A law that the question rests on. */
    record Source(String id, String text) {}

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static ResultView of(
            Attempt attempt,
            Quiz quiz,
            Attempts.Frozen frozen,
            AttemptState state,
            Score score,
            Lang lang,
            ZoneId zone,
            Catalogue catalogue,
            List<Corrections.Regraded> regrades) {
        List<Review> reviews = new ArrayList<>();
        for (Question question : frozen.questions()) {
            reviews.add(review(
                    reviews.size() + 1,
                    question,
                    Optional.ofNullable(state.answers().get(question.id())),
                    score.questions().getOrDefault(question.id(), Mark.UNSCORED),
                    quiz,
                    lang,
                    catalogue));
        }
        List<Known> known = score.requirements().entrySet().stream()
                .filter(e -> e.getValue().possible() > 0)
                .map(e -> new Known(
                        e.getKey(),
                        catalogue
                                .requirement(e.getKey())
                                .map(r -> r.title().in(lang))
                                .orElse(""),
                        e.getValue().earned(),
                        e.getValue().possible(),
                        e.getValue().percent()))
                .toList();
        var submitted = attempt.submittedAt().orElseThrow();
        return new ResultView(
                attempt.id(),
                quiz.id(),
                quiz.title().in(lang),
                quiz.lesson(),
                WHEN.format(submitted.atZone(zone)),
                submitted.atZone(zone).toLocalDate().toString(),
                Math.max(1, Duration.between(attempt.startedAt(), submitted).toMinutes()),
                attempt.passed(),
                score.percent(),
                quiz.pass(),
                reviews.stream().filter(r -> r.verdict().equals("right")).count(),
                reviews.stream().filter(r -> !r.verdict().equals("unscored")).count(),
                known,
                regrades.stream()
                        .map(r -> new Regraded(WHEN.format(r.at().atZone(zone)), r.by(), r.reason(), r.before(), r.after()))
                        .toList(),
                reviews);
    }

    private static Review review(
            int number, Question q, Optional<Answer> answer, Mark mark, Quiz quiz, Lang lang, Catalogue catalogue) {
        String verdict = !q.scored()
                ? "unscored"
                : answer.isEmpty() || answer.get() instanceof Answer.Unknown
                        ? "none"
                        : mark.full() ? "right" : mark.earned() > 0 ? "partly" : "wrong";
        String card = q.card().orElse("");
        String cardTitle = catalogue
                .lesson(quiz.lesson())
                .flatMap(l -> l.card(card))
                .map(c -> c.title().in(lang))
                .orElse("");
        String text = q.form() instanceof Form.Gaps
                ? q.text().in(lang).replaceAll("\\[\\[[^\\]]*\\]\\]", "____")
                : q.text().in(lang);
        ReviewText words = new ReviewText(lang);
        return new Review(
                number,
                q.id(),
                verdict,
                text,
                new RawString(q.picture()
                        .map(p -> QuestionView.picture(p.svg(), p.alt().in(lang), false))
                        .orElse("")),
                words.lines(q, answer),
                words.reason(q.form()),
                q.tests(),
                q.laws().stream()
                        .flatMap(id -> catalogue.law(id).stream())
                        .map(law -> source(law, lang))
                        .toList(),
                cardTitle.isEmpty() ? "" : card,
                cardTitle);
    }

    private static Source source(Law law, Lang lang) {
        return new Source(law.id(), law.source().in(lang));
    }
}
