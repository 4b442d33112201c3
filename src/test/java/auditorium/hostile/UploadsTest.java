package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT19: files that are not what they say. What is kept comes back in a way in which it can do nothing. (FileKindTest has the kinds.) */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UploadsTest {

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] with(byte[] start, byte[] end) {
        byte[] both = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, both, start.length, end.length);
        return both;
    }

    /** A small archive that would be two thousand times as large. */
    private static byte[] bomb(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            byte[] zeros = new byte[1 << 20];
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 40; i++) {
                    out.write(zeros);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Response send(
            NewFactory factory, String department, String title, String name, String type, byte[] bytes) {
        Visitor manager = factory.manager();
        manager.get(factory.at("/evidence"));
        return manager.multipart(Map.of(
                        "id",
                        Ids.next().toString(),
                        "title",
                        title,
                        "sort",
                        "RECORD",
                        "department",
                        department,
                        "proves",
                        "HS-09/drill-record"))
                .multiPart("file", name, bytes, type)
                .post(factory.at("/evidence-filings"));
    }

    @Test
    @DisplayName("HT19: a file that is not what it says is refused, or comes back where it can do nothing")
    void aFileThatIsNotWhatItSaysCanDoNothing() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        String script = "<script>alert(1)</script>";
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("picture.svg", latin("<svg xmlns=\"http://www.w3.org/2000/svg\">" + script + "</svg>"));
        refused.put("page.png", latin("<html>" + script + "</html>"));
        refused.put("page.jpg", with(latin("<!doctype html>" + script), picture("jpeg")));
        refused.put("gifar.gif", with(latin("GIF89a"), bomb("x")));
        refused.put("program.exe", latin("MZ\220\0\3\0\0\0"));
        refused.put("shell.sh", latin("#!/bin/sh\n"));
        refused.put("cut.png", Arrays.copyOf(picture("png"), 30));
        refused.put("nothing.png", new byte[0]);
        refused.put("macro.docm", bomb("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        refused.put("archive.zip", bomb("a", "b"));
        byte[] huge = picture("png");
        huge[18] = huge[22] = (byte) 0xC3;
        huge[19] = huge[23] = 0x50;
        refused.put("fifty-thousand.png", huge);
        List<String> wrong = new ArrayList<>();
        refused.forEach((name, bytes) -> {
            long began = System.nanoTime();
            int status = send(factory, ehs, name, name, "image/png", bytes).statusCode();
            if (status < 400 || status >= 500 || System.nanoTime() - began > 5_000_000_000L) {
                wrong.add(name + ": " + status);
            }
        });
        Map<String, byte[]> taken = new LinkedHashMap<>();
        taken.put("..\\..\\x.png", picture("png"));
        taken.put("../../../etc/x.png", picture("png"));
        taken.put("CON", picture("jpeg"));
        taken.put("\u202egnp.exe", picture("jpeg"));
        taken.put("x".repeat(4096) + ".jpg", picture("jpeg"));
        taken.put("a\u0000b.png", picture("png"));
        taken.put("a\"; filename=evil.html", picture("png"));
        taken.put("polyglot.jpg", with(picture("jpeg"), latin("<html>" + script + "PK\3\4")));
        taken.put(
                "script.pdf",
                latin("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n" + script));
        taken.forEach((name, bytes) -> {
            Response filed = send(factory, ehs, "t" + name.length(), name, "text/html", bytes);
            if (filed.statusCode() != 303) {
                if (filed.statusCode() < 400 || filed.statusCode() >= 500) {
                    wrong.add(name + ": " + filed.statusCode());
                }
                return;
            }
            String page = filed.header("Location").replaceFirst("^https?://[^/]+", "");
            Response file = factory.manager().request().accept("*/*").get(page + "/file");
            String how = String.valueOf(file.header("Content-Disposition"));
            boolean picture = "image/jpeg".equals(file.contentType());
            boolean safe = file.statusCode() == 200
                    && "nosniff".equals(file.header("X-Content-Type-Options"))
                    && String.valueOf(file.headers().getValues("Content-Security-Policy"))
                            .contains("sandbox")
                    && (picture ? how.startsWith("inline") : how.startsWith("attachment"))
                    && (picture || "application/pdf".equals(file.contentType()))
                    && how.matches("(?:inline|attachment); filename\\*=UTF-8''[A-Za-z0-9%._-]{1,1200}")
                    && !(picture && new String(file.asByteArray(), StandardCharsets.ISO_8859_1).contains("script"));
            if (!safe) {
                wrong.add(name + ": " + file.statusCode() + " " + file.headers());
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(
                Integer.parseInt(String.valueOf(Tables.one("select count(*) from evidence where client_id = '"
                                + UUID.fromString(factory.id()) + "'")))
                        >= 5,
                "some of them were kept");
    }
}
