package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Card;
import auditorium.library.content.Form;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Mark;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An answer as its marker sees it. Until it is marked there is no name in it.
 *
 * @param question what was asked
 * @param text what was written
 * @param waiting whether nobody has marked it yet
 * @param name who wrote it; empty while it waits
 * @param supersedes the marking that holds; empty: none
 * @param total the points it has, of those there are; empty: none yet
 * @param markings the marking that holds first
 */
record EssayView(
        UUID id,
        String quizTitle,
        String question,
        String text,
        String handedIn,
        List<Criterion> criteria,
        String lesson,
        String card,
        String cardTitle,
        boolean waiting,
        String name,
        String department,
        String supersedes,
        String total,
        String comment,
        List<Given> markings) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What is looked for; {@code scores} are the points that can be given, {@code given} those that were, or -1. */
    record Criterion(String id, String text, int most, List<Integer> scores, int given) {}

    /** A marking, with who, when and why. */
    record Given(String points, String comment, String reason, String by, String when) {}

    /** Answers to one question that wait; {@code oldest} has waited longest. */
    record Group(UUID oldest, String quizTitle, String question, int count, String since) {}

    /** An answer that was marked lately. */
    record Marked(UUID id, String quizTitle, String name, String points, String by, String when) {}

    /** What was typed, with what is wrong about it. */
    record Typed(UUID id, Map<String, Integer> points, String comment, String reason, String problem) {

        static Typed nothing(UUID id) {
            return new Typed(id, Map.of(), "", "", "");
        }

        /** The points typed for the criterion, or what stood there. */
        public int of(Criterion criterion) {
            return points.getOrDefault(criterion.id(), problem.isEmpty() ? criterion.given() : -1);
        }
    }

    static EssayView of(
            EssayReport.Essay essay,
            Question question,
            List<EssayReport.Marking> markings,
            Catalogue catalogue,
            Lang lang,
            ZoneId zone) {
        Optional<EssayReport.Marking> holds = markings.stream().findFirst();
        Optional<Quiz> quiz = catalogue.quiz(essay.quiz());
        Optional<Lesson> lesson = quiz.flatMap(q -> catalogue.lesson(q.lesson()));
        Optional<Card> card = lesson.flatMap(l -> question.card().flatMap(l::card));
        List<Form.Essay.Criterion> rubric = question.form() instanceof Form.Essay f ? f.rubric() : List.of();
        return new EssayView(
                essay.id(),
                quiz.map(q -> q.title().in(lang)).orElse(essay.quiz()),
                question.text().in(lang),
                essay.text(),
                WHEN.format(essay.handedIn().atZone(zone)),
                rubric.stream()
                        .map(c -> new Criterion(
                                c.id(),
                                c.text().in(lang),
                                c.points(),
                                IntStream.rangeClosed(0, c.points()).boxed().toList(),
                                holds.map(m -> m.points().getOrDefault(c.id(), 0))
                                        .orElse(-1)))
                        .toList(),
                lesson.map(Lesson::id).orElse(""),
                card.map(Card::id).orElse(""),
                card.map(c -> c.title().in(lang)).orElse(""),
                holds.isEmpty(),
                holds.isEmpty() ? "" : essay.name(),
                holds.isEmpty() ? "" : essay.department().in(lang),
                holds.map(m -> m.id().toString()).orElse(""),
                holds.map(m -> points(m.mark())).orElse(""),
                holds.map(EssayReport.Marking::comment).orElse(""),
                markings.stream()
                        .map(m -> new Given(
                                points(m.mark()), m.comment(), m.reason(), m.by(), WHEN.format(m.at().atZone(zone))))
                        .toList());
    }

    /** Points of the question, without more digits than there are: 7.5 / 10. */
    static String points(Mark mark) {
        return plain(mark.earned()) + " / " + plain(mark.possible());
    }

    private static String plain(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
