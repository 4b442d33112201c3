package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.quizzes.ResultView.Known;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the {@link ResultView} of an attempt that has ended. */
final class ResultViews {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Attempt attempt;
    private final Attempts.Frozen frozen;
    private final AttemptRules rules;
    private final Map<String, Answer> answers;
    private final Lang lang;
    private final ZoneId zone;
    private final Catalogue catalogue;

    ResultViews(
            Attempt attempt,
            Attempts.Frozen frozen,
            AttemptState state,
            AttemptRules rules,
            Lang lang,
            ZoneId zone,
            Catalogue catalogue) {
        this.attempt = attempt;
        this.frozen = frozen;
        this.rules = rules;
        this.answers = state.answers();
        this.lang = lang;
        this.zone = zone;
        this.catalogue = catalogue;
    }

    ResultView view(
            long late,
            Optional<Integer> left,
            Score score,
            List<Corrections.Regraded> regrades,
            Map<String, EssayReport.Marking> markings) {
        LookBack back = new LookBack(frozen, answers, lang, catalogue, written(markings));
        Instant end = attempt.submittedAt().orElseThrow();
        boolean provisional = attempt.takesAnswers();
        boolean passed = provisional
                ? score.possible() > 0 && score.passed(attempt.pass())
                : attempt.passed(); // a pass that was given stays, whatever a corrected key says of the points
        boolean keyShown = !provisional
                && (!attempt.examination() || passed || left.filter(n -> n == 0).isPresent());
        List<Known> known = attempt.finalAt().isEmpty() ? List.of() : back.known(score);
        List<Question> scored =
                frozen.questions().stream().filter(Question::scored).toList();
        return new ResultView(
                attempt.id(),
                attempt.quiz(),
                catalogue.quiz(attempt.quiz()).map(q -> q.title().in(lang)).orElse(attempt.quiz()),
                catalogue.quiz(attempt.quiz()).map(Quiz::lesson).orElse(""),
                WHEN.format(end.atZone(zone)),
                end.atZone(zone).toLocalDate().toString(),
                Math.max(1, Duration.between(attempt.startedAt(), end).toMinutes()),
                provisional,
                rules.finalAfter().map(f -> WHEN.format(f.atZone(zone))).orElse(""),
                attempt.waiting() ? score.pending().size() : 0,
                attempt.endedBy().filter(Attempt.End.TIME::equals).isPresent(),
                keyShown,
                late,
                left.orElse(-1),
                passed,
                score.percent(),
                attempt.pass(),
                scored.stream().filter(q -> LookBack.mark(score, q).full()).count(),
                scored.size() - (attempt.waiting() ? score.pending().size() : 0),
                scored.stream().filter(q -> answers.containsKey(q.id())).count(),
                known,
                regrades.stream()
                        .map(r -> new ResultView.Regraded(
                                WHEN.format(r.at().atZone(zone)), r.by(), r.reason(), r.before(), r.after()))
                        .toList(),
                keyShown ? back.reviews(score) : List.of());
    }

    /** What was written, by question, with what was given for it. */
    private Map<String, ResultView.Written> written(Map<String, EssayReport.Marking> markings) {
        Map<String, ResultView.Written> written = new HashMap<>();
        for (Question question : frozen.questions()) {
            if (question.form() instanceof Form.Essay essay
                    && answers.get(question.id()) instanceof Answer.FreeText text) {
                Optional<EssayReport.Marking> marking = Optional.ofNullable(markings.get(question.id()));
                written.put(
                        question.id(),
                        new ResultView.Written(
                                true,
                                text.text(),
                                essay.rubric().stream()
                                        .map(c -> new ResultView.Criterion(
                                                c.text().in(lang),
                                                marking.map(m -> m.points().getOrDefault(c.id(), 0))
                                                        .orElse(0),
                                                c.points()))
                                        .toList(),
                                marking.map(EssayReport.Marking::comment).orElse(""),
                                marking.map(EssayReport.Marking::by).orElse(""),
                                marking.map(m -> WHEN.format(m.at().atZone(zone)))
                                        .orElse("")));
            }
        }
        return written;
    }
}
