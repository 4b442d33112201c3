package auditorium;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser that has no script: keeps cookies, sends the CSRF token, follows no redirects. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile("/c/([0-9a-f-]{36})/");

    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";
    private String client = "";

    public static Visitor stranger() {
        return new Visitor();
    }

    /** The demo's packer, on a new device. */
    public static Visitor worker() {
        return withPin("DEMO", "A0317");
    }

    /** Somebody of a demo factory. */
    public static Visitor withPin(String factory, String number) {
        Visitor visitor = new Visitor();
        visitor.get("/sign-in");
        Response answer = visitor.post("/sign-in", Map.of("factory", factory, "number", number, "pin", "246810"));
        if (answer.statusCode() != 303) {
            throw new AssertionError("can't sign in as " + number + ": " + answer.statusCode());
        }
        visitor.findClient();
        return visitor;
    }

    public static Visitor withPassword(String login) {
        Visitor visitor = new Visitor();
        visitor.get("/sign-in/password");
        Response answer =
                visitor.post("/sign-in/password", Map.of("login", login, "password", "auditorium-demo", "next", "/"));
        if (answer.statusCode() != 303) {
            throw new AssertionError("can't sign in as " + login + ": " + answer.statusCode());
        }
        visitor.findClient();
        return visitor;
    }

    private void findClient() {
        Matcher m = CLIENT.matcher(String.valueOf(get("/").header("Location")));
        client = m.find() ? m.group(1) : "";
    }

    /** The client of the visitor's first page. */
    public String client() {
        return client;
    }

    /** A path within the visitor's client. */
    public String at(String path) {
        return "/c/" + client + path;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies).accept("text/html");
    }

    public Response get(String path) {
        return keep(request().get(path));
    }

    /** A plain form, with the token of the last page. */
    public Response post(String path, Map<String, String> fields) {
        return keep(request()
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("csrf-token", token)
                .formParams(fields)
                .post(path));
    }

    /** A form that files can be added to, with the token of the last page. */
    public RequestSpecification multipart(Map<String, String> fields) {
        RequestSpecification request = request().multiPart("csrf-token", token);
        fields.forEach((name, value) -> request.multiPart(new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .mimeType("text/plain")
                .build()));
        return request;
    }

    /** What the outbox sends: JSON wanted, the token in a header. */
    public Response letter(String path, Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .accept("application/json")
                .header("X-CSRF-TOKEN", cookies.getOrDefault("csrf-token", ""))
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParams(fields)
                .post(path);
    }

    public String token() {
        return token;
    }

    private Response keep(Response response) {
        response.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        if (String.valueOf(response.contentType()).startsWith("text/html")) {
            Matcher m = TOKEN.matcher(response.asString());
            if (m.find()) {
                token = m.group(1);
            }
        }
        return response;
    }
}
