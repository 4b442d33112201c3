package auditorium.improvement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Gaps in the demo's departments that no other test has touched, and the steps that a visitor takes on them in pages. */
@ApplicationScoped
class Gaps {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EntityManager entities;
    private final ClientScope scope;

    Gaps(EntityManager entities, ClientScope scope) {
        this.entities = entities;
        this.scope = scope;
    }

    /** The id of a department of the demo, by its kind. */
    UUID department(Visitor who, String kind) {
        return one(
                who,
                "select id from department where client_id = current_client() and kind = '" + kind
                        + "' order by position");
    }

    private UUID one(Visitor who, String sql) {
        return scope.inside(UUID.fromString(who.client()), () -> (UUID)
                entities.createNativeQuery(sql, UUID.class).getResultList().get(0));
    }

    /** Puts something into the client's tables, as time would. */
    void change(Visitor who, String sql) {
        scope.inside(
                UUID.fromString(who.client()),
                () -> entities.createNativeQuery(sql).executeUpdate());
    }

    <T> T inside(Visitor who, java.util.concurrent.Callable<T> work) {
        return scope.inside(UUID.fromString(who.client()), work);
    }

    Object value(Visitor who, String sql) {
        return scope.inside(
                UUID.fromString(who.client()),
                () -> entities.createNativeQuery(sql).getSingleResult());
    }

    /** One of these requirements on which nothing was ever found in that department. */
    String untouched(Visitor who, UUID department, String... requirements) {
        for (String requirement : requirements) {
            Object found = value(
                    who,
                    "select count(*) from finding where client_id = current_client() and department_id = '" + department
                            + "' and requirement = '" + requirement + "'");
            if (((Number) found).intValue() == 0) {
                return requirement;
            }
        }
        throw new AssertionError("every one of these has a finding");
    }

    /** A response that says it fails; answers the finding's address. */
    String fail(Visitor who, UUID department, String requirement, String fact) {
        who.get(who.at("/departments/" + department + "/walk/" + requirement))
                .then()
                .statusCode(200);
        Response answered = who.post(
                who.at("/departments/" + department + "/requirements/" + requirement + "/responses"),
                Map.of("result", "FAILS", "note", fact, "method", "SITE"));
        answered.then().statusCode(303);
        return path(answered);
    }

    static String path(Response response) {
        String location = response.header("Location");
        return location.substring(location.indexOf("/c/"));
    }

    /** A task in one's own words; answers its address. */
    String task(Visitor who, String finding, String kind, String title) {
        String page = who.get(finding).then().statusCode(200).extract().asString();
        String owner = first(page, "id=\"own-owner\"[^>]*><option value=\"([^\"]+)\"");
        UUID id = Ids.next();
        Map<String, String> fields = new HashMap<>(
                Map.of("kind", kind, "title", title, "closes-with", "照片", "owner", owner, "id", id.toString()));
        fields.put("due", first(page, "id=\"own-due\" type=\"date\" name=\"due\" value=\"([^\"]+)\""));
        who.post(finding + "/own-tasks", fields).then().statusCode(303);
        who.post(finding + "/own-tasks", fields).then().statusCode(303); // sent twice
        return who.at("/tasks/" + id);
    }

    /** Reported by whoever answers for the department, because the owner is given no account here. */
    Response report(Visitor who, String task, boolean photo) {
        who.get(task);
        var request = who.request()
                .multiPart("csrf-token", who.token())
                .multiPart("id", Ids.next().toString())
                .multiPart("note", "做完了");
        return (photo ? request.multiPart("file", "p.png", png(), "image/png") : request).post(task + "/reports");
    }

    static String first(String page, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(page);
        assertTrue(m.find(), pattern);
        return m.group(1);
    }

    /** Gives the task to somebody of the demo, by number. */
    void own(Visitor who, String task, String number) {
        change(
                who,
                "update task set owner_id = (select id from person where client_id = current_client() and number = '"
                        + number + "') where client_id = current_client() and id = '" + id(task) + "'");
    }

    static String id(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1);
        assertEquals(36, last.length());
        return last;
    }

    /** A name of an order that no other test gives. */
    static String name(String of) {
        return of + " " + NEXT.incrementAndGet();
    }

    static byte[] png() {
        return png(60);
    }

    /** A black picture, so wide. */
    static byte[] png(int width) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
