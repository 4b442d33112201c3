package auditorium.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Visitor;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What tests of importing do as a person would: upload, check, take, look. */
public final class Lists {

    private Lists() {}

    /** Answers the address of the list. */
    public static String upload(NewFactory factory, Visitor visitor, byte[] bytes, String name) {
        visitor.get(factory.at("/people/imports"));
        Response answer = send(factory, visitor, bytes, name);
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    static Response send(NewFactory factory, Visitor visitor, byte[] bytes, String name) {
        return visitor.request()
                .multiPart("csrf-token", visitor.token())
                .multiPart("file", name, bytes, "application/octet-stream")
                .post(factory.at("/people/imports"));
    }

    /** Takes the columns as they were recognised; answers the page of what would change. */
    public static String check(Visitor visitor, String list, Map<String, String> more) {
        String page = visitor.get(list).asString();
        java.util.Map<String, String> fields = new java.util.HashMap<>();
        var column = java.util.regex.Pattern.compile(
                        "name=\"(column-[0-9]+)\">(.*?)</select>", java.util.regex.Pattern.DOTALL)
                .matcher(page);
        while (column.find()) {
            var chosen = java.util.regex.Pattern.compile("value=\"([A-Z]*)\" selected")
                    .matcher(column.group(2));
            fields.put(column.group(1), chosen.find() ? chosen.group(1) : "");
        }
        var heading = java.util.regex.Pattern.compile("name=\"heading-row\" value=\"([0-9]+)\"")
                .matcher(page);
        assertTrue(heading.find(), page);
        fields.put("heading-row", heading.group(1));
        fields.putAll(more);
        Response answer = visitor.post(list + "/columns", fields);
        assertEquals(303, answer.statusCode(), answer.asString());
        return done(visitor, list);
    }

    public static String take(Visitor visitor, String list, Map<String, String> choices) {
        Response answer = visitor.post(list + "/application", choices);
        assertEquals(303, answer.statusCode(), answer.asString());
        return done(visitor, list);
    }

    /** The page after the work. */
    public static String done(Visitor visitor, String list) {
        for (int i = 0; i < 600; i++) {
            String page = visitor.get(list).then().statusCode(200).extract().asString();
            if (!page.contains("data-working")) {
                return page;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the work does not end");
    }

    /** The number beside a term in a list of facts. */
    public static int fact(String page, String term) {
        var m = java.util.regex.Pattern.compile("<dt>" + term + "</dt><dd>([0-9]+)</dd>")
                .matcher(page);
        return m.find() ? Integer.parseInt(m.group(1)) : 0;
    }

    /** A workbook as Excel would save it: texts shared, dates as numbers with a Chinese format. */
    static byte[] workbook(Object[]... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("花名册");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    switch (rows[r][c]) {
                        case LocalDate day -> {
                            sheet.value(r, c, day);
                            sheet.style(r, c).format("yyyy\"年\"m\"月\"d\"日\"").set();
                        }
                        case Number number -> sheet.value(r, c, number);
                        default -> sheet.value(r, c, rows[r][c].toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
