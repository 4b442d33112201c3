package auditorium.quizzes;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import auditorium.quizzes.domain.Some;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is stored of attempts reads back as what it was. */
class StoredFormTest {

    private static List<AnswerEvent> events(RandomGenerator random) {
        List<AnswerEvent> events = new ArrayList<>();
        for (Question question : Some.questions(random)) {
            Answer answer = random.nextInt(6) == 0 ? new Answer.Nothing() : Some.any(random, question);
            events.add(new AnswerEvent(
                    new UUID(random.nextLong(), random.nextLong()),
                    question.id(),
                    random.nextInt(9),
                    answer,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
        return events;
    }

    @Test
    void aStateStoredAndReadIsTheSameState() {
        forAll(StoredFormTest::events, events -> {
            List<AnswerEvent> read = events.stream()
                    .map(e -> new AnswerEvent(
                            e.id(),
                            e.question(),
                            e.sequence(),
                            Json.answer(Json.of(e.answer())),
                            e.answeredAt(),
                            e.receivedAt()))
                    .toList();
            assertEquals(AttemptState.of(events), AttemptState.of(read));
        });
    }

    @Test
    void aNumberKeepsEveryDigit() {
        forAll(
                random -> new Answer.Amount(
                        new BigDecimal(new BigInteger(160, new Random(random.nextLong())), random.nextInt(41) - 10)),
                amount -> assertEquals(amount, Json.answer(Json.of(amount))));
    }

    @Test
    void aPaperStoredAndReadIsTheSamePaper() {
        forAll(
                random -> {
                    List<Question> questions = Some.questions(random);
                    Quiz quiz = Some.quiz(1 + random.nextInt(questions.size()), questions);
                    return PaperDraw.draw(quiz, random.nextLong());
                },
                paper -> assertEquals(paper, Json.paper(Json.of(paper), "another")));
    }

    @Test
    void aPaperOfTheTimeWhenPapersWereOfOneQuizIsStillRead() {
        Paper paper = Json.paper("[{\"question\":\"q1\",\"version\":\"abc\",\"order\":[\"b\",\"a\"]}]", "F3-seals");
        assertEquals(new Paper(List.of(new Paper.Drawn("F3-seals", "q1", "abc", List.of("b", "a")))), paper);
    }

    @Test
    void oddTextsSurviveAsTheyWereTyped() {
        for (String text : List.of("", " ", "\"\\\n\t", "封条", "\ud83d\ude00", "</script>", "{\"a\":1}", "\u0000")) {
            assertEquals(new Answer.Words(text), Json.answer(Json.of(new Answer.Words(text))));
        }
        assertEquals(new Answer.Chosen(Set.of("a\"b")), Json.answer(Json.of(new Answer.Chosen(Set.of("a\"b")))));
    }
}
