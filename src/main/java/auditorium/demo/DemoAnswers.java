package auditorium.demo;

import auditorium.demo.DemoFactory.Someone;
import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Ids;
import auditorium.quizzes.Json;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import auditorium.quizzes.domain.RightSides;
import auditorium.quizzes.domain.Score;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invented first attempts at a few quizzes, answer by answer, so that the statistics of questions have something to say: people
 * know more or less, one in six reads English, one question fails in English only, and one draws those who know into the wrong.
 */
@ApplicationScoped
class DemoAnswers {

    /** Quizzes on lessons for everybody, without essays. */
    private static final List<String> QUIZZES = List.of("C2-fire-safety", "F7-see-and-report");

    private final ContentVersions versions;
    private final Clock clock;

    DemoAnswers(ContentVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    void write(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random)
            throws SQLException {
        List<Quiz> quizzes = QUIZZES.stream()
                .flatMap(id -> catalogue.quiz(id).stream())
                .filter(q -> q.questions().stream().noneMatch(x -> x.form() instanceof Form.Essay))
                .toList();
        versions.use(quizzes.stream()
                .flatMap(quiz -> quiz.questions().stream()
                        .map(q -> new ContentVersions.Use("question", quiz.id() + "/" + q.id(), q.version())))
                .toList());
        Instant now = clock.instant();
        Kept kept = new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Someone person : people) {
            double knows = random.nextGaussian();
            String language = random.nextInt(6) == 0 ? "en" : "zh";
            for (Quiz quiz : quizzes) {
                Instant at = now.minus(Duration.ofMinutes(250_000 + random.nextInt(30_000)));
                if (!person.name().equals("李秀英")) { // whose first steps the visitor takes
                    new OneAttempt(client, person.id(), quiz, knows, language, at, random).keep(kept);
                }
            }
        }
        kept.write(c);
    }

    /** The rows, table by table: a child is written after its parent. */
    private record Kept(
            List<@Nullable Object[]> attempts, List<@Nullable Object[]> events, List<@Nullable Object[]> marked) {

        void write(Connection c) throws SQLException {
            Rows.all(
                    c,
                    attempts,
                    "attempt",
                    "client_id",
                    "id",
                    "person_id",
                    "quiz",
                    "version",
                    "seed",
                    "paper",
                    "started_at",
                    "submitted_at",
                    "earned",
                    "possible",
                    "passed",
                    "pass",
                    "final_at",
                    "ended_by");
            Rows.all(
                    c,
                    events,
                    "answer_event",
                    "client_id",
                    "id",
                    "attempt_id",
                    "question",
                    "sequence",
                    "answer",
                    "answered_at",
                    "received_at",
                    "language");
            Rows.all(
                    c,
                    marked,
                    "marked_question",
                    "client_id",
                    "attempt_id",
                    "question",
                    "quiz",
                    "version",
                    "key_version",
                    "language",
                    "answer_id",
                    "earned",
                    "possible",
                    "first_try",
                    "handed_in_at");
        }
    }

    /** One person at one quiz. */
    private record OneAttempt(
            UUID client, UUID person, Quiz quiz, double knows, String language, Instant at, Random random) {

        void keep(Kept kept) {
            long seed = random.nextLong();
            Paper paper = PaperDraw.draw(quiz, seed);
            List<Question> questions = paper.questions().stream()
                    .map(d -> quiz.question(d.question()).orElseThrow())
                    .toList();
            Map<String, Answer> answers = new LinkedHashMap<>();
            questions.stream().filter(Question::scored).forEach(q -> answers.put(q.id(), answer(q)));
            Score score = Score.of(questions, answers, Map.of());
            UUID id = Ids.next();
            Instant handedIn = at.plus(Duration.ofMinutes(6));
            kept.attempts().add(new Object[] {
                client,
                id,
                person,
                quiz.id(),
                quiz.version().hash(),
                seed,
                Json.of(paper),
                at,
                handedIn,
                score.earned(),
                score.possible(),
                score.passed(quiz.pass()),
                quiz.pass(),
                handedIn,
                "PERSON"
            });
            Map<String, UUID> ids = new HashMap<>();
            long sequence = 0;
            for (Map.Entry<String, Answer> e : answers.entrySet()) {
                UUID event = Ids.next();
                ids.put(e.getKey(), event);
                Instant when = at.plusSeconds(30 * ++sequence);
                kept.events().add(new Object[] {
                    client, event, id, e.getKey(), sequence, Json.of(e.getValue()), when, when, language
                });
            }
            for (Question q : questions) {
                Mark mark = score.questions().getOrDefault(q.id(), Mark.UNSCORED);
                if (mark.possible() > 0) {
                    String version = q.version().hash();
                    kept.marked().add(new @Nullable Object[] {
                        client,
                        id,
                        q.id(),
                        quiz.id(),
                        version,
                        version,
                        language,
                        ids.get(q.id()),
                        mark.earned(),
                        mark.possible(),
                        true,
                        handedIn
                    });
                }
            }
        }

        private Answer answer(Question question) {
            int place = quiz.questions().indexOf(question);
            double ease = 3.4 - 0.6 * question.difficulty();
            double odds = place == 3 ? 1.2 - 1.6 * knows : ease + 1.3 * knows;
            boolean lost = place == 5 && language.equals("en");
            boolean right = !lost && random.nextDouble() < 1 / (1 + Math.exp(-odds));
            return right ? right(question.form()) : wrong(question.form(), random);
        }
    }

    /** Everything that can be earned. */
    static Answer right(Form form) {
        return switch (form) {
            case Form.Single f -> new Answer.Chosen(right(f.options()));
            case Form.Multiple f -> new Answer.Chosen(right(f.options()));
            case Form.TrueFalse f -> new Answer.Truth(f.answer());
            case Form.Numeric f -> new Answer.Amount(f.value());
            case Form.ShortText f -> new Answer.Words(f.acceptZh().getFirst());
            case Form.Ordering f ->
                new Answer.Order(f.items().stream().map(Form.Item::id).toList());
            case Form.Matching f -> new Answer.Pairs(map(f.pairs(), Form.Matching.Pair::id, RightSides::id));
            case Form.Gaps f ->
                new Answer.Filled(map(
                        f.gaps(),
                        Form.Gaps.Gap::id,
                        g -> g.options().isEmpty()
                                ? g.acceptZh().getFirst()
                                : right(g.options()).iterator().next()));
            case Form.Hotspot f ->
                new Answer.Squares(f.spots().stream()
                        .map(s -> Collections.min(s.squares()))
                        .collect(Collectors.toSet()));
            case Form.Groups f -> new Answer.Sorted(map(f.items(), Form.Groups.Sorted::id, Form.Groups.Sorted::group));
            case Form.Scenario f -> {
                Map<String, Answer> steps = new HashMap<>();
                f.steps()
                        .forEach(s ->
                                steps.put(s.question().id(), right(s.question().form())));
                yield new Answer.Steps(steps);
            }
            case Form.Essay f -> new Answer.Unknown();
            case Form.Experience f -> new Answer.Unknown();
        };
    }

    private static Set<String> right(List<Form.Option> options) {
        return options.stream()
                .filter(Form.Option::correct)
                .map(Form.Option::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Something wrong that people do: another option, the other truth, an order turned round; else “I don't know”. */
    static Answer wrong(Form form, Random random) {
        return switch (form) {
            case Form.Single f -> new Answer.Chosen(Set.of(pick(wrong(f.options()), random)));
            case Form.Multiple f -> new Answer.Chosen(Set.of(pick(wrong(f.options()), random)));
            case Form.TrueFalse f -> new Answer.Truth(!f.answer());
            case Form.Numeric f ->
                new Answer.Amount(f.value().add(f.tolerance()).add(BigDecimal.ONE));
            case Form.Ordering f -> {
                List<String> ids =
                        new ArrayList<>(f.items().stream().map(Form.Item::id).toList());
                Collections.reverse(ids);
                yield new Answer.Order(ids);
            }
            case Form.Groups f ->
                new Answer.Sorted(map(
                        f.items(),
                        Form.Groups.Sorted::id,
                        i -> f.groups().get(random.nextInt(f.groups().size())).id()));
            default -> new Answer.Unknown();
        };
    }

    private static List<String> wrong(List<Form.Option> options) {
        return Optional.of(options.stream()
                        .filter(o -> !o.correct())
                        .map(Form.Option::id)
                        .toList())
                .filter(w -> !w.isEmpty())
                .orElse(List.of(options.getFirst().id()));
    }

    private static String pick(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static <T> Map<String, String> map(List<T> all, Function<T, String> key, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        all.forEach(each -> map.put(key.apply(each), value.apply(each)));
        return map;
    }
}
