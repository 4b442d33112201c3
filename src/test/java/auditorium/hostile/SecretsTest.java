package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT30 and HT45: what guessing tells, and what the log tells. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecretsTest {

    private static long wrong(Visitor visitor, String login) {
        visitor.get("/sign-in/password");
        long began = System.nanoTime();
        visitor.post("/sign-in/password", Map.of("login", login, "password", "not the password"))
                .then()
                .statusCode(401);
        return System.nanoTime() - began;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    @DisplayName("HT30: a wrong password takes as long for a name that nobody has")
    void aWrongPasswordTakesAsLongForANameThatNobodyHas() {
        Visitor there = Visitor.withPassword("production"); // a device that is known, so that nobody is locked out
        there.post("/sign-out", Map.of());
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            known.add(wrong(there, "production"));
            unknown.add(wrong(Visitor.stranger(), "nobody-ht30-" + i));
        }
        double ratio = (double) median(unknown) / median(known);
        assertTrue(ratio > 0.6 && ratio < 1.7, "known " + known + ", unknown " + unknown);
    }

    @Test
    @DisplayName("HT30: guesses at the own password, on a phone that was left open, are counted too")
    void guessesAtTheOwnPasswordAreCounted() {
        NewFactory factory = NewFactory.make();
        Visitor left = factory.manager();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            left.get("/account");
            answers.add(left.post(
                            "/account/secret",
                            Map.of(
                                    "current",
                                    "guess number " + i,
                                    "secret",
                                    "nine slow boats at noon",
                                    "again",
                                    "nine slow boats at noon"))
                    .statusCode());
        }
        assertEquals(422, answers.get(0));
        assertEquals(429, answers.get(6), answers.toString());
    }

    /** Everything that is logged, at every level. */
    private static final class Ears extends Handler {

        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord r) {
            StringWriter all = new StringWriter();
            all.append(String.valueOf(r.getMessage())).append(' ').append(Arrays.toString(r.getParameters()));
            if (r.getThrown() != null) {
                r.getThrown().printStackTrace(new PrintWriter(all));
            }
            heard.add(all.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    @DisplayName(
            "HT45: neither passwords nor PINs, tokens or answers stand in the log, not even in that for developers")
    void noSecretStandsInTheLog() {
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("auditorium");
        Level before = ours.getLevel();
        Ears ears = new Ears();
        ears.setLevel(Level.ALL);
        root.addHandler(ears);
        ours.setLevel(Level.ALL);
        String session;
        try {
            Visitor visitor = Visitor.stranger();
            visitor.get("/sign-in/password");
            visitor.post("/sign-in/password", Map.of("login", "manager", "password", "wrong-secret-ht45"));
            visitor.get("/sign-in");
            visitor.post("/sign-in", Map.of("factory", "DEMO", "number", "A0339", "pin", "864209"));
            Visitor worker = Visitor.withPin("DEMO", "A0339");
            session = worker.cookies().getOrDefault("session", "");
            worker.get(worker.at("/quizzes/A7-audit-day"));
            String paper = worker.post(worker.at("/quizzes/A7-audit-day/attempts"), Map.of())
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
            worker.letter(paper + "/answers", Map.of("question", "no-such", "option", "answer-ht45", "id", "x"));
            worker.get(worker.at("/tasks/log\u001b[31m\r\nforged-ht45"));
            worker.request().queryParam("q", "search-ht45\r\nforged").get(worker.at("/search"));
            worker.request().header("Accept", "application/json\u0000").get(worker.at("/no-such"));
            ours.info("the ears hear");
        } finally {
            root.removeHandler(ears);
            ours.setLevel(before);
        }
        String all = String.join("\n", ears.heard);
        assertTrue(all.contains("the ears hear"));
        for (String secret : List.of(
                "wrong-secret-ht45", "864209", "246810", session, "answer-ht45", "auditorium-demo", "forged-ht45")) {
            assertFalse(secret.isEmpty() || all.contains(secret), secret);
        }
    }
}
