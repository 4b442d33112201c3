package auditorium.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an operator can read about who came in: by the account's id, never by what was typed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInLogTest {

    @SuppressWarnings("deprecation")
    private static List<String> heard(Runnable what) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Handler ears = new Handler() {
            @Override
            public void publish(LogRecord r) {
                heard.add(ExtLogRecord.wrap(r).getFormattedMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("auditorium");
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        log.addHandler(ears);
        try {
            what.run();
        } finally {
            log.removeHandler(ears);
            log.setLevel(before);
        }
        return heard;
    }

    @Test
    @DisplayName("HT45: sign-ins, refused ones and missing rights stand in the log, and nothing that was typed")
    void whoCameInStandsInTheLog() {
        List<String> heard = heard(() -> {
            Visitor stranger = Visitor.stranger();
            stranger.get("/sign-in/password");
            stranger.post("/sign-in/password", Map.of("login", "typed-name", "password", "typed-secret"));
            for (int i = 0; i < 6; i++) {
                stranger.post("/sign-in/password", Map.of("login", "typed-again", "password", "typed-secret"));
            }
            Visitor worker = Visitor.worker();
            worker.get(worker.at("/readiness")).then().statusCode(403);
        });
        String all = String.join("\n", heard);
        assertTrue(all.contains("sign-in refused: nobody, from 127.0.0.1"), all);
        assertTrue(all.contains("too many wrong guesses"), all);
        assertTrue(all.matches("(?s).*secret fits: [0-9a-f-]{36}, from 127\\.0\\.0\\.1.*"), all);
        assertTrue(all.matches("(?s).*no right: [0-9a-f-]{36} at /c/[0-9a-f-]{36}/readiness.*"), all);
        assertEquals(List.of(), heard.stream().filter(l -> l.contains("typed-")).toList());
    }
}
