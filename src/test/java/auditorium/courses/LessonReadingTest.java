package auditorium.courses;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a lesson counts as read: with all cards, in a time in which they can have been read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LessonReadingTest {

    @Inject
    Library library;

    private final List<Lesson> lessons(int from, int to) {
        return List.copyOf(library.catalogue().lessons()).subList(from, to);
    }

    /** Somebody's phone with one lesson on it. */
    private static final class Phone {
        private final Visitor visitor;
        private final String number;
        private final Lesson lesson;
        private Duration clockIsAhead = Duration.ZERO;

        Phone(String number, Lesson lesson) {
            this.visitor = Visitor.withPin("DEMO", number);
            this.number = number;
            this.lesson = lesson;
            visitor.get(page());
        }

        String page() {
            return visitor.at("/lessons/" + lesson.id());
        }

        /** A card that was seen so many seconds ago, sent now. */
        Response seen(Card card, int secondsAgo) {
            return seen(card.id(), lesson.version().hash(), secondsAgo);
        }

        Response seen(String card, String version, int secondsAgo) {
            Instant now = Instant.now().plus(clockIsAhead);
            Map<String, String> fields = new HashMap<>();
            fields.put("card", card);
            fields.put("version", version);
            fields.put("id", Ids.next().toString());
            fields.put("at", now.minusSeconds(secondsAgo).toString());
            fields.put("sent", now.toString());
            return visitor.letter(page() + "/cards", fields);
        }

        Response done() {
            return visitor.post(
                    page() + "/completion", Map.of("version", lesson.version().hash()));
        }

        /** The record's words about it: version, seconds and least seconds; empty when there is none. */
        List<String> read() {
            return column(
                    "select c.version || ' ' || c.seconds || ' ' || c.least_seconds from lesson_completion c join membership m on m.person_id = c.person_id"
                            + " where m.number = ? and c.lesson = ? and m.client_id = '" + visitor.client() + "'",
                    number,
                    lesson.id());
        }
    }

    private static List<String> column(String sql, Object... values) {
        try (var c = Superuser.connect();
                var s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            List<String> found = new java.util.ArrayList<>();
            try (var r = s.executeQuery()) {
                while (r.next()) {
                    found.add(r.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sayingToHaveReadItIsNotEnough() {
        Phone phone = new Phone("A0340", lessons(0, 1).get(0));
        Response answer = phone.done();
        answer.then().statusCode(303).header("Location", containsString("?unread=yes"));
        phone.visitor
                .get(phone.page() + "?unread=yes")
                .then()
                .statusCode(200)
                .body(containsString("还没算读完"))
                .body(containsString("#card-" + phone.lesson.cards().getLast().id()))
                .body(containsString("/quizzes/"));
        assertEquals(List.of(), phone.read());
        phone.visitor.get(phone.page()).then().body(not(containsString("还没算读完")));
    }

    @Test
    void cardsThatWereReadAtLeisureCountWithTheLastOfThem() {
        Phone phone = new Phone("A0340", lessons(1, 2).get(0));
        int ago = 300;
        for (Card card : phone.lesson.cards()) {
            assertEquals(List.of(), phone.read());
            phone.seen(card, ago).then().statusCode(200);
            ago -= 20;
        }
        List<String> read = phone.read();
        assertEquals(1, read.size());
        assertTrue(read.get(0).startsWith(phone.lesson.version().hash() + " "), read.toString());
        phone.done().then().statusCode(303).header("Location", not(containsString("unread")));
        assertEquals(read, phone.read());
        assertEquals(
                List.of("lesson-read"),
                column(
                        "select e.kind from record_entry e join lesson_completion c on c.client_id = e.client_id and c.id = e.subject"
                                + " join membership m on m.person_id = c.person_id where m.number = 'A0340' and c.lesson = ?",
                        phone.lesson.id()));
    }

    @Test
    void cardsThatFlewByCountLaterAndNothingIsLost() {
        Phone phone = new Phone("A0340", lessons(2, 3).get(0));
        phone.lesson.cards().forEach(card -> phone.seen(card, 0).then().statusCode(200));
        phone.done().then().header("Location", containsString("unread"));
        phone.visitor
                .get(phone.page() + "?unread=yes")
                .then()
                .body(containsString("翻得有点快"))
                .body(not(containsString("翻得太快")));
        assertEquals(List.of(), phone.read());
        // an hour later
        Superuser.sql(
                "update card_seen c set seen_at = seen_at - interval '1 hour' from membership m where m.person_id = c.person_id and m.number = 'A0340' and c.lesson = ?",
                phone.lesson.id());
        phone.done().then().statusCode(303).header("Location", not(containsString("unread")));
        assertEquals(1, phone.read().size());
    }

    @Test
    void aPhoneWhoseClockIsWrongIsNeitherBelievedNorHarmed() {
        int place = 3;
        for (Duration ahead : List.of(Duration.ofHours(5), Duration.ofDays(-700))) {
            Phone phone = new Phone("A0340", lessons(place, place + 1).get(0));
            place++;
            phone.clockIsAhead = ahead;
            int ago = 300;
            for (Card card : phone.lesson.cards()) {
                phone.seen(card, ago).then().statusCode(200);
                ago -= 20;
            }
            assertEquals(1, phone.read().size());
            assertEquals(
                    List.of("t"),
                    column(
                            "select distinct (c.seen_at between now() - interval '20 minutes' and c.received_at)::text::char(1) from card_seen c"
                                    + " join membership m on m.person_id = c.person_id where m.number = 'A0340' and c.lesson = ?",
                            phone.lesson.id()));
        }
    }

    @Test
    void noCardIsSeenLaterThanItsLetterCameNorLongerAgoThanAMonth() {
        Phone phone = new Phone("A0340", lessons(5, 6).get(0));
        List<Card> cards = phone.lesson.cards();
        phone.seen(cards.get(0), 900 * 24 * 3600).then().statusCode(200);
        phone.seen(cards.get(1), -3600).then().statusCode(200);
        assertEquals(
                List.of("30", "0"),
                column(
                        "select extract(day from c.received_at - c.seen_at)::int::text from card_seen c join membership m on m.person_id = c.person_id"
                                + " where m.number = 'A0340' and c.lesson = ? order by c.seen_at",
                        phone.lesson.id()));
    }

    @Test
    void whatWasSeenIsKeptWithTheVersionThatWasOnThePhone() {
        Phone phone = new Phone("A0340", lessons(6, 7).get(0));
        String older = "older-" + Ids.next();
        phone.seen("gone", older, 60).then().statusCode(400).header("Receipt", not(""));
        Superuser.sql(
                "insert into content_version (hash, kind, key, body, first_used_at) values (?, 'lesson', ?, '', now())",
                older,
                phone.lesson.id());
        phone.seen("gone", older, 60).then().statusCode(200);
        phone.lesson
                .cards()
                .forEach(card -> phone.seen(card.id(), older, 600).then().statusCode(200));
        assertEquals(List.of(older), column("select distinct version from card_seen where version = ?", older));
        assertEquals(List.of(), phone.read());
    }

    @Test
    void lettersThatCanNeverBeTakenAreAnsweredForGoodSoThatTheyDoNotBlockOthers() {
        Phone phone = new Phone("A0340", lessons(7, 8).get(0));
        phone.seen("no-such-card", phone.lesson.version().hash(), 1)
                .then()
                .statusCode(400)
                .header("Receipt", not(""));
        Map<String, String> fields = Map.of("card", "x", "id", UUID.randomUUID().toString());
        phone.visitor
                .letter(phone.visitor.at("/lessons/X9-none/cards"), fields)
                .then()
                .statusCode(404)
                .header("Receipt", fields.get("id"));
    }

    @Test
    void withoutScriptEachCardHasItsButton() {
        Phone phone = new Phone("A0340", lessons(8, 9).get(0));
        Card first = phone.lesson.cards().get(0);
        String next = phone.lesson.cards().get(1).id();
        phone.visitor
                .get(phone.page())
                .then()
                .body(containsString("<noscript><form method=\"post\" action=\"" + phone.page() + "/cards\">"));
        phone.visitor
                .post(
                        phone.page() + "/cards",
                        Map.of(
                                "card",
                                first.id(),
                                "version",
                                phone.lesson.version().hash()))
                .then()
                .statusCode(303)
                .header("Location", containsString("#card-" + next));
    }
}
