package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Basis;
import auditorium.library.content.Card;
import auditorium.library.content.Form;
import auditorium.library.content.Law;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.ResultView.Explained;
import auditorium.quizzes.ResultView.Known;
import auditorium.quizzes.ResultView.Missed;
import auditorium.quizzes.ResultView.Review;
import auditorium.quizzes.ResultView.Source;
import auditorium.quizzes.ResultView.Square;
import auditorium.quizzes.ResultView.Written;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks back on questions that were answered: what is right and why, requirement by requirement and question by question. */
final class LookBack {

    /** The most places of schemes that are named as the source of one question. */
    private static final int SCHEMES = 3;

    private final Attempts.Frozen frozen;
    private final Map<String, Answer> answers;
    private final Lang lang;
    private final Catalogue catalogue;
    private final Map<String, Written> written;

    LookBack(Attempts.Frozen frozen, Map<String, Answer> answers, Lang lang, Catalogue catalogue) {
        this(frozen, answers, lang, catalogue, Map.of());
    }

    /** {@code written}: by question, what a person marks. */
    LookBack(
            Attempts.Frozen frozen,
            Map<String, Answer> answers,
            Lang lang,
            Catalogue catalogue,
            Map<String, Written> written) {
        this.written = written;
        this.frozen = frozen;
        this.answers = answers;
        this.lang = lang;
        this.catalogue = catalogue;
    }

    /** Whether answering the question well brings a gap into the open. */
    boolean discloses(String question) {
        return frozen.question(question).filter(Question::discloses).isPresent();
    }

    static Mark mark(Score score, Question question) {
        return score.questions().getOrDefault(question.id(), Mark.UNSCORED);
    }

    /** By requirement, where most was missed first. */
    List<Known> known(Score score) {
        return score.requirements().entrySet().stream()
                .filter(e -> e.getValue().possible() > 0)
                .map(e -> known(e.getKey(), e.getValue(), score))
                .sorted(Comparator.comparingInt(Known::percent))
                .toList();
    }

    private Known known(String requirement, Mark mark, Score score) {
        List<Question> missed = frozen.questions().stream()
                .filter(q -> score.missed().contains(q.id()) && q.tests().contains(requirement))
                .toList();
        return new Known(
                requirement,
                catalogue.requirement(requirement).map(r -> r.title().in(lang)).orElse(""),
                mark.earned(),
                mark.possible(),
                mark.percent(),
                missed.stream()
                        .map(q -> new Missed(frozen.questions().indexOf(q) + 1, q.id()))
                        .toList(),
                missed.stream().flatMap(q -> explained(q).stream()).distinct().toList());
    }

    /** The card that explains the question, or else the lesson that it belongs to. */
    private Optional<Explained> explained(Question q) {
        return lesson(q)
                .map(lesson -> card(q).map(c -> new Explained(
                                lesson.id(),
                                c.id(),
                                c.title().in(lang),
                                lesson.title().in(lang)))
                        .orElseGet(() ->
                                new Explained(lesson.id(), "", lesson.title().in(lang), "")));
    }

    private String text(Question q) {
        String text = q.text().in(lang);
        return q.form() instanceof Form.Gaps ? text.replaceAll("\\[\\[[^\\]]*\\]\\]", "____") : text;
    }

    /** The lesson of the quiz that the question is from. */
    private Optional<Lesson> lesson(Question q) {
        return frozen.paper()
                .drawn(q.id())
                .flatMap(d -> catalogue.quiz(d.quiz()))
                .flatMap(quiz -> catalogue.lesson(quiz.lesson()));
    }

    private Optional<Card> card(Question q) {
        return lesson(q).flatMap(l -> q.card().flatMap(l::card));
    }

    /** Each question, in the order it was asked. */
    List<Review> reviews(Score score) {
        List<Review> reviews = new ArrayList<>();
        for (Question q : frozen.questions()) {
            ReviewText words = new ReviewText(lang, QuizWords.in(lang), (step, basis) -> cited(q, basis));
            Optional<Answer> answer = Optional.ofNullable(answers.get(q.id()));
            Optional<Card> card = card(q);
            reviews.add(new Review(
                    reviews.size() + 1,
                    q.id(),
                    verdict(q, answer, score),
                    text(q),
                    new RawString(q.picture()
                            .map(p -> QuestionView.picture(p.svg(), p.alt().in(lang), q.form() instanceof Form.Hotspot))
                            .orElse("")),
                    q.form() instanceof Form.Hotspot h ? QuestionView.letters(h.columns()) : List.of(),
                    q.form() instanceof Form.Hotspot h ? squares(h, answer) : List.of(),
                    written.containsKey(q.id()) ? List.of() : words.lines(q, answer),
                    written.getOrDefault(q.id(), Written.NONE),
                    words.reason(q.form()),
                    q.tests(),
                    sources(q),
                    card.map(Card::id).orElse(""),
                    card.map(c -> c.title().in(lang)).orElse(""),
                    lesson(q).map(Lesson::id).orElse("")));
        }
        return reviews;
    }

    private static String verdict(Question q, Optional<Answer> answer, Score score) {
        if (!q.scored()) {
            return "unscored";
        }
        Mark mark = mark(score, q);
        if (score.pending().contains(q.id())) {
            return "pending";
        }
        if (answer.isEmpty() || answer.get() instanceof Answer.Unknown) {
            return "none";
        }
        return mark.full() ? "right" : mark.earned() > 0 ? "partly" : "wrong";
    }

    private static List<List<Square>> squares(Form.Hotspot f, Optional<Answer> answer) {
        Set<String> given = ReviewText.squares(answer);
        return QuestionView.grid(f, given).stream()
                .map(row -> row.stream()
                        .map(s -> new Square(s.id(), state(f, s.id(), given)))
                        .toList())
                .toList();
    }

    private static String state(Form.Hotspot f, String square, Set<String> given) {
        Optional<Form.Hotspot.Spot> spot =
                f.spots().stream().filter(s -> s.squares().contains(square)).findFirst();
        if (spot.isEmpty()) {
            return given.contains(square) ? "wrong" : "";
        }
        return spot.get().squares().stream().anyMatch(given::contains) ? "found" : "missed";
    }

    private List<Source> sources(Question q) {
        Stream<Source> laws =
                q.laws().stream().flatMap(id -> catalogue.law(id).stream()).map(this::source);
        Stream<Source> schemes = q.tests().stream()
                .flatMap(key -> catalogue.requirement(key).stream())
                .flatMap(r -> r.refs().stream())
                .distinct()
                .limit(SCHEMES)
                .map(ref -> new Source("", ref));
        return Stream.concat(laws, schemes).toList();
    }

    /** A step of a case belongs to the lesson of its case. */
    private ReviewText.Cited cited(Question q, Basis basis) {
        return switch (basis) {
            case Basis.Fact fact ->
                catalogue
                        .law(fact.law())
                        .map(law -> new ReviewText.Cited(law.source().in(lang), law.id(), "", ""))
                        .orElse(ReviewText.Cited.NOTHING);
            case Basis.Clause clause ->
                catalogue
                        .standard(clause.standard())
                        .flatMap(s -> s.clauses().stream()
                                .filter(c -> c.clause().equals(clause.clause()))
                                .findFirst()
                                .map(c -> new ReviewText.Cited(
                                        s.title().in(lang) + " " + c.clause() + " "
                                                + c.title().in(lang),
                                        "",
                                        "",
                                        "")))
                        .orElse(ReviewText.Cited.NOTHING);
            case Basis.Explained explained ->
                lesson(q)
                        .flatMap(l -> l.card(explained.card())
                                .map(c -> new ReviewText.Cited(c.title().in(lang), "", l.id(), c.id())))
                        .orElse(ReviewText.Cited.NOTHING);
        };
    }

    private Source source(Law law) {
        return new Source(law.id(), law.source().in(lang));
    }
}
