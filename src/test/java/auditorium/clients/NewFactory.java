package auditorium.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Visitor;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A factory made for a test by an administrator in the pages, with a manager who has signed in: its rows disturb no other test. */
public final class NewFactory {

    public static final String PASSWORD = "three red seals at dawn";
    public static final String PIN = "738195";

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() & 0xFFFFF));
    private static final Pattern CODE = Pattern.compile("slip-code\">([0-9A-Z-]{14})<");

    private final String id;
    private final String code;
    private final Visitor administrator;
    private final Visitor manager;

    private NewFactory(String id, String code, Visitor administrator, Visitor manager) {
        this.id = id;
        this.code = code;
        this.administrator = administrator;
        this.manager = manager;
    }

    /** Made with the demo's administrator. */
    public static NewFactory make() {
        Visitor admin = Visitor.withPassword("admin");
        String code = "T" + NEXT.incrementAndGet();
        admin.get("/clients/new");
        Response made = admin.post(
                "/clients",
                Map.of("code", code, "name-zh", "试验厂" + code, "name-en", "Test " + code, "zone", "Asia/Shanghai"));
        assertEquals(303, made.statusCode(), made.asString());
        String id = last(made.header("Location"));
        String login = "boss-" + code.toLowerCase(java.util.Locale.ROOT);
        admin.get("/clients/" + id);
        Response slip = admin.post(
                "/clients/" + id + "/members", Map.of("role", "FACTORY_MANAGER", "login", login, "name", "厂长" + code));
        return new NewFactory(id, code, admin, arriveByPassword(login, code(slip)));
    }

    public static String code(Response slip) {
        Matcher m = CODE.matcher(slip.asString());
        assertTrue(slip.statusCode() == 200 && m.find(), slip.statusCode() + " has no start code");
        return m.group(1);
    }

    public static Visitor arriveByPassword(String login, String startCode) {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/first/password?login=" + login + "&code=" + startCode);
        Response in = visitor.post(
                "/sign-in/first/password",
                Map.of("login", login, "code", startCode, "password", PASSWORD, "again", PASSWORD));
        assertEquals(303, in.statusCode(), "can't arrive as " + login);
        return visitor;
    }

    /** What somebody sends who has a start code and chooses a PIN. */
    static Response first(Visitor visitor, String factory, String number, String startCode, String pin) {
        return visitor.post(
                "/sign-in/first",
                Map.of("factory", factory, "number", number, "code", startCode, "pin", pin, "again", pin));
    }

    public Visitor arriveByPin(String number, String startCode) {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/first");
        Response in = first(visitor, code, number, startCode, PIN);
        assertEquals(303, in.statusCode(), "can't arrive as " + number);
        return visitor;
    }

    public String id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String at(String path) {
        return "/c/" + id + path;
    }

    public Visitor administrator() {
        return administrator;
    }

    public Visitor manager() {
        return manager;
    }

    /** Answers the new department's id. */
    public String department(String code, String kind, String name) {
        manager.get(at("/departments/new"));
        Response made = manager.post(
                at("/departments"),
                Map.of("code", code, "kind", kind, "name-zh", name, "name-en", name, "position", "1"));
        assertEquals(303, made.statusCode(), made.asString());
        Matcher m = Pattern.compile("/departments/([0-9a-f-]{36})\">" + Pattern.quote(name) + "<")
                .matcher(manager.get(at("/departments")).asString());
        assertTrue(m.find(), name + " is not in the list");
        return m.group(1);
    }

    /** Answers the new person's id. */
    public String person(String number, String name, String department) {
        manager.get(at("/people/new"));
        Map<String, String> fields = new HashMap<>(Map.of(
                "number", number, "name", name, "department", department, "job", "操作工", "joined-on", "2026-01-05"));
        Response made = manager.post(at("/people"), fields);
        assertEquals(303, made.statusCode(), made.asString());
        return last(made.header("Location"));
    }

    /** Gives the person a seat and answers the start code. */
    public String access(String person, String role, String login) {
        manager.get(at("/people/" + person));
        return code(manager.post(at("/people/" + person + "/membership"), Map.of("role", role, "login", login)));
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
