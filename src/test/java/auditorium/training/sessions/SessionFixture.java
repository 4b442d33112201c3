package auditorium.training.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Visitor;
import auditorium.clients.NewFactory;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A factory of a test's own with a department and a few workers who can sign in. */
final class SessionFixture {

    static final String LESSON = "C2-fire-safety";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final NewFactory factory;
    private final String department;
    private final Map<String, String> people = new HashMap<>();

    private SessionFixture(NewFactory factory, String department) {
        this.factory = factory;
        this.department = department;
    }

    static SessionFixture make() {
        NewFactory factory = NewFactory.make();
        return new SessionFixture(factory, factory.department("WHS", "WHS", "仓库"));
    }

    /** Around a factory that has its people already. */
    static SessionFixture of(NewFactory factory) {
        return new SessionFixture(factory, "");
    }

    NewFactory factory() {
        return factory;
    }

    String department() {
        return department;
    }

    Visitor manager() {
        return factory.manager();
    }

    String at(String path) {
        return factory.at(path);
    }

    /** A person without an account; answers the id. */
    String person(String number, String name) {
        String id = factory.person(number, name, department);
        people.put(number, id);
        return id;
    }

    /** A worker who has signed in. */
    Visitor worker(String number, String name) {
        return factory.arriveByPin(number, factory.access(person(number, name), "WORKER", ""));
    }

    String id(String number) {
        return Objects.requireNonNull(people.get(number));
    }

    static String today() {
        return LocalDate.now(ZONE).toString();
    }

    static Map<String, String> form(String room, String day, String numbers) {
        Map<String, String> form = new HashMap<>();
        form.put("lesson", LESSON);
        form.put("on", day);
        form.put("time", "14:00");
        form.put("minutes", "45");
        form.put("room", room);
        form.put("trainer", "外请讲师 周");
        form.put("language", "zh");
        form.put("numbers", numbers);
        return form;
    }

    /** Plans a session for today; answers its id. */
    String plan(String room, String numbers) {
        return plan(form(room, today(), numbers));
    }

    String plan(Map<String, String> form) {
        manager().get(at("/sessions/new")).then().statusCode(200);
        Response made = manager().post(at("/sessions"), form);
        assertEquals(303, made.statusCode(), made.asString());
        return made.header("Location").replaceAll(".*/", "");
    }

    /** What the code on the wall says now, as a path of this server. */
    String wall(String session) {
        Response screen = manager().get(at("/sessions/" + session + "/screen?show=code"));
        assertEquals(200, screen.statusCode(), screen.asString());
        Matcher m =
                Pattern.compile("data-scan=\"https?://[^/]+(/here/[^\"]+)\"").matcher(screen.asString());
        assertTrue(m.find(), "no code on the wall");
        return m.group(1);
    }

    /** Scans the wall and presses the button. */
    void arrive(Visitor worker, String session) {
        assertEquals(303, worker.get(wall(session)).statusCode());
        worker.get(at("/here/" + session));
        assertEquals(
                303, worker.post(at("/here/" + session + "/presence"), Map.of()).statusCode());
    }
}
