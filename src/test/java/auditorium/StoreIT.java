package auditorium;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The packaged application with files in an object store, as an operator sets it up, and back into a database without one. */
class StoreIT {

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() throws Exception {
        RestAssured.reset();
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private PackagedApp app(String name) throws Exception {
        PackagedApp app = new PackagedApp(Files.createDirectories(folder.resolve(name)));
        open.add(app);
        return app;
    }

    private static String run(int code, PackagedApp app, Map<String, String> environment, String... words)
            throws Exception {
        Process process = app.java(environment, List.of(), words);
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), app.output(process));
        assertEquals(code, process.exitValue(), app.output(process));
        return app.output(process);
    }

    private static Process serve(PackagedApp app, Map<String, String> environment) throws Exception {
        int port = PackagedApp.freePort();
        Process server = app.java(environment, List.of(), "serve", "--port", Integer.toString(port));
        app.waitFor(server, port);
        RestAssured.port = port;
        return server;
    }

    private static List<String> keys(S3Server store) {
        try (S3Client s3 = store.client()) {
            return s3.listObjectsV2(l -> l.bucket(S3Server.BUCKET)).contents().stream()
                    .map(o -> o.key())
                    .toList();
        }
    }

    /** Files a photo as evidence; answers where its bytes are. */
    private static String file(Visitor manager) throws Exception {
        String page = manager.get(manager.at("/evidence-filings/new")).asString();
        Matcher department =
                Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(page);
        assertTrue(department.find(), page);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(61, 43, BufferedImage.TYPE_INT_RGB), "png", photo);
        Response filed = manager.multipart(Map.of(
                        "id", UUID.randomUUID().toString(),
                        "title", "演练照片",
                        "sort", "RECORD",
                        "department", department.group(1),
                        "proves", "HS-09/drill-record"))
                .multiPart("file", "drill.png", photo.toByteArray(), "image/png")
                .post(manager.at("/evidence-filings"));
        assertEquals(303, filed.statusCode(), filed.asString());
        String location = filed.header("Location");
        return location.substring(location.indexOf("/c/")) + "/file";
    }

    private static byte[] shown(Visitor manager, String file) {
        return manager.request()
                .get(file)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void filesGoToTheStoreAreToldWhenItIsAwayAndComeBackFromABackupWithoutIt() throws Exception {
        S3Server store = S3Server.start();
        open.add(store);
        PackagedApp first = app("first");
        Map<String, String> half = new HashMap<>(store.environment());
        half.remove("AUDITORIUM_STORE_SECRET_KEY");
        String refused = run(1, first, half, "serve");
        assertFalse(refused.contains("\tat "), refused);
        assertTrue(refused.contains("set up by half") && refused.contains("AUDITORIUM_STORE_SECRET_KEY"), refused);

        Process server = serve(first, store.environment());
        RestAssured.given().get("/q/health/well").then().statusCode(200).body("status", equalTo("UP"));
        Visitor manager = Visitor.withPassword("manager");
        String file = file(manager);
        assertEquals(1, keys(store).size(), keys(store).toString());
        assertTrue(
                keys(store).get(0).startsWith(manager.client() + "/"),
                keys(store).toString());
        byte[] bytes = shown(manager, file);

        String backup = folder.resolve("night.backup").toString();
        String without = run(1, first, Map.of(), "backup", backup);
        assertTrue(without.contains("AUDITORIUM_STORE_"), without);
        assertTrue(Files.notExists(Path.of(backup)));
        run(0, first, store.environment(), "backup", backup);
        String verified = run(0, first, store.environment(), "verify");
        assertTrue(verified.contains("files as their hashes say"), verified);

        store.close();
        manager.request().get(file).then().statusCode(503);
        manager.get(manager.at("/evidence")).then().statusCode(200);
        RestAssured.given().get("/q/health/well").then().statusCode(503);
        RestAssured.given().get("/q/health/ready").then().statusCode(200);
        assertFalse(first.output(server).contains(S3Server.SECRET), "no secret is logged");
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));

        PackagedApp second = app("second");
        String restored = run(0, second, Map.of(), "restore", backup);
        assertTrue(restored.contains("files as their hashes say"), restored);
        serve(second, Map.of());
        assertArrayEquals(bytes, shown(Visitor.withPassword("manager"), file));
    }
}
