package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.print.Download;
import auditorium.quizzes.domain.ItemSums;
import auditorium.quizzes.domain.Mark;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Statistics of questions: what is kept at handing in, what the pages say of it, and who may see them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnalysisHttpTest {

    /** The demo's people have answered it, one in six in English. */
    private static final String QUIZ = "C2-fire-safety";

    @Inject
    Library library;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Inject
    AnalysisReport report;

    @Inject
    SessionFactory sessions;

    private UUID client(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = ?1", UUID.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    private Object[] row(UUID client, String sql, UUID attempt) {
        return scope.inside(client, () -> (Object[]) entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, attempt)
                .getSingleResult());
    }

    private String handIn(Visitor visitor, String quiz, String language) {
        visitor.get(visitor.at("/quizzes/" + quiz));
        String location = visitor.post(visitor.at("/quizzes/" + quiz + "/attempts"), Map.of())
                .header("Location");
        String attempt = location.substring(location.indexOf("/c/"));
        String paper = visitor.get(attempt).asString();
        assertTrue(paper.contains("name=\"language\" value=\"zh\""));
        Question question = library.catalogue().quiz(quiz).orElseThrow().questions().stream()
                .filter(q -> q.form() instanceof Form.Single && paper.contains("id=\"q-" + q.id() + "\""))
                .findFirst()
                .orElseThrow();
        visitor.letter(
                        attempt + "/answers",
                        Map.of(
                                "question",
                                question.id(),
                                "option",
                                ((Form.Single) question.form())
                                        .options()
                                        .getFirst()
                                        .id(),
                                "language",
                                language,
                                "id",
                                Ids.next().toString()))
                .then()
                .statusCode(200);
        visitor.post(attempt + "/submission", Map.of()).then().statusCode(303);
        return attempt;
    }

    @Test
    @ActivateRequestContext
    void handingInKeepsWhatEachQuestionEarnedAndInWhichLanguage() {
        String quiz = "A10-audit-integrity";
        UUID client = client("DEMO");
        String newcomer = scope.inside(client, () -> (String) entities.createNativeQuery("""
                        select number from person p where not leads and number > 'A0360'
                           and not exists (select from attempt a where a.person_id = p.id and a.quiz = ?1)
                         order by number limit 1""", String.class)
                .setParameter(1, quiz)
                .getSingleResult());
        Visitor visitor = Visitor.withPin("DEMO", newcomer);
        for (boolean first : new boolean[] {true, false}) {
            String attempt = handIn(visitor, quiz, "en");
            UUID id = UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
            Object[] row = row(client, """
                    select count(*), sum(m.earned), sum(m.possible), min(m.language), max(m.language), bool_and(m.first_try),
                           count(m.answer_id), min(a.earned), min(a.possible)
                      from marked_question m join attempt a on a.id = m.attempt_id where m.attempt_id = ?1""", id);
            int scored = library.catalogue().quiz(quiz).orElseThrow().draw() - 1; // one is about experience
            assertEquals(scored, ((Number) row[0]).intValue());
            assertEquals(((Number) row[7]).longValue(), ((Number) row[1]).longValue());
            assertEquals(((Number) row[8]).longValue(), ((Number) row[2]).longValue());
            assertEquals("en", row[3]);
            assertEquals("en", row[4]);
            assertEquals(first, row[5]);
            assertEquals(1, ((Number) row[6]).intValue());
        }
    }

    @Test
    @ActivateRequestContext
    void theDatabasesSumsAreThoseOfTheRows() {
        UUID demo = client("DEMO");
        Map<String, ItemSums> bySql = new HashMap<>();
        scope.inside(demo, () -> report.sums(demo, Instant.EPOCH)).stream()
                .filter(s -> s.quiz().equals(QUIZ))
                .forEach(s -> bySql.merge(s.question(), s.sums(), ItemSums::plus));
        Map<UUID, Map<String, Mark>> attempts = new HashMap<>();
        scope.inside(demo, () -> report.rows(demo, QUIZ, Instant.EPOCH, 100_000))
                .forEach(r -> attempts.computeIfAbsent(r.attempt(), a -> new HashMap<>())
                        .put(r.question(), r.mark()));
        assertTrue(attempts.size() >= 100, attempts.size() + " attempts");
        Map<String, ItemSums> byHand = ItemSums.of(attempts.values(), (a, q) -> q, a -> a);
        assertEquals(byHand.keySet(), bySql.keySet());
        byHand.forEach((q, sums) -> {
            assertEquals(sums.attempts(), bySql.getOrDefault(q, ItemSums.NONE).attempts());
            assertEquals(sums.x(), bySql.getOrDefault(q, ItemSums.NONE).x(), 1e-9);
            assertEquals(sums.yy(), bySql.getOrDefault(q, ItemSums.NONE).yy(), 1e-9);
            assertEquals(sums.xy(), bySql.getOrDefault(q, ItemSums.NONE).xy(), 1e-9);
        });
    }

    @Test
    void thePagesSayWhichQuestionFailsInOneLanguageAndWhatToDo() {
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/analysis")).then().statusCode(200).body(containsString("只有英文答不对"));
        String quiz = manager.get(manager.at("/analysis/" + QUIZ))
                .then()
                .statusCode(200)
                .body(containsString("只有英文答不对"), containsString("会的人反而错"))
                .extract()
                .asString();
        assertTrue(quiz.indexOf("只有英文答不对") < quiz.indexOf("人人都会") || !quiz.contains("人人都会"));
        for (Question question : library.catalogue().quiz(QUIZ).orElseThrow().questions()) {
            manager.get(manager.at("/analysis/" + QUIZ + "/questions/" + question.id()))
                    .then()
                    .statusCode(question.scored() ? 200 : 404);
        }
        manager.get(manager.at("/analysis/" + QUIZ + "?sort=facility&days=90"))
                .then()
                .statusCode(200)
                .body(containsString("aria-sort=\"ascending\""));
    }

    @Test
    void theConsultantSeesAllFactoriesTogetherAndNoName() {
        Visitor consultant = Visitor.withPassword("consultant");
        consultant.get("/analysis").then().statusCode(200).body(containsString("2 家工厂"), not(containsString("示范工厂")));
        consultant.get("/analysis/" + QUIZ).then().statusCode(200).body(containsString("来自 2 家工厂"));
        Visitor admin = Visitor.withPassword("admin");
        admin.get("/analysis").then().statusCode(200).body(not(containsString("李秀英")));
        admin.get("/analysis/" + QUIZ + "/questions/"
                        + library.catalogue()
                                .quiz(QUIZ)
                                .orElseThrow()
                                .questions()
                                .getFirst()
                                .id())
                .then()
                .statusCode(200);
    }

    @Test
    void theTableIsAWorkbookWithARowForEachQuestion() throws IOException {
        Visitor manager = Visitor.withPassword("manager");
        byte[] bytes = manager.get(manager.at("/analysis/" + QUIZ + "/sheet"))
                .then()
                .statusCode(200)
                .contentType(Download.XLSX)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = book.getFirstSheet().read();
            long scored = library.catalogue().quiz(QUIZ).orElseThrow().questions().stream()
                    .filter(Question::scored)
                    .count();
            assertEquals(scored + 1, rows.size());
            assertEquals("题", rows.get(0).getCellText(0));
            assertTrue(rows.stream().anyMatch(r -> r.getCellText(1).equals("只有英文答不对")));
        }
        Visitor consultant = Visitor.withPassword("consultant");
        consultant.get("/analysis/" + QUIZ + "/sheet").then().statusCode(200);
        Visitor ehs = Visitor.withPassword("ehs");
        ehs.get(ehs.at("/analysis/" + QUIZ + "/sheet")).then().statusCode(403);
        ehs.get("/analysis/" + QUIZ + "/sheet").then().statusCode(403);
    }

    @Test
    void onlyThoseWhoAnswerForTheWholeFactorySeeIt() {
        String at = "/analysis/" + QUIZ;
        for (Visitor visitor : List.of(Visitor.withPin("DEMO", "A0362"), Visitor.withPassword("ehs"))) {
            visitor.get(visitor.at("/analysis")).then().statusCode(403);
            visitor.get(visitor.at(at)).then().statusCode(403);
            visitor.get("/analysis").then().statusCode(403);
            visitor.get(at).then().statusCode(403);
        }
        Visitor manager = Visitor.withPassword("manager");
        manager.get("/analysis").then().statusCode(403);
        UUID neighbour = client("YUAN");
        for (UUID foreign : List.of(neighbour, Ids.next())) {
            manager.get("/c/" + foreign + "/analysis").then().statusCode(404);
            manager.get("/c/" + foreign + at).then().statusCode(404);
            manager.get("/c/" + foreign + at + "/questions/x").then().statusCode(404);
        }
        manager.get(manager.at("/analysis/no-such-quiz")).then().statusCode(404);
        manager.get(manager.at(at + "/questions/no-such-question")).then().statusCode(404);
        Visitor.stranger().get("/analysis").then().statusCode(303);
    }

    @Test
    void aPageOfStatisticsCostsAHandfulOfStatements() {
        Visitor manager = Visitor.withPassword("manager");
        String question = "/analysis/" + QUIZ + "/questions/"
                + library.catalogue()
                        .quiz(QUIZ)
                        .orElseThrow()
                        .questions()
                        .getFirst()
                        .id();
        assertTrue(cost(manager, manager.at("/analysis")) <= 2);
        assertTrue(cost(manager, manager.at("/analysis/" + QUIZ)) <= 1);
        assertTrue(cost(manager, manager.at(question)) <= 4);
    }

    private long cost(Visitor visitor, String page) {
        visitor.get(page);
        sessions.getStatistics().clear();
        visitor.get(page).then().statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
