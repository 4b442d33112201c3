package auditorium.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Visitor;
import auditorium.clients.NewFactory;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** What tests of customers' lists do as a person would: upload, say what the columns mean, decide, take, export. */
final class Checklists {

    static final List<String> HEAD = List.of("编号", "章节", "检查内容", "Requirement", "严重程度");

    private Checklists() {}

    static byte[] workbook(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Checklist");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With the usual headings. */
    static byte[] list(List<List<String>> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        rows.addAll(lines);
        return workbook(rows);
    }

    static Response send(Visitor visitor, String path, String title, byte[] bytes, String name) {
        visitor.get(path);
        return visitor.multipart(Map.of("title", title))
                .multiPart("file", name, bytes, "application/octet-stream")
                .post(path);
    }

    /** A new list, read with the columns as they were recognised; answers its address. */
    static String bring(NewFactory factory, Visitor visitor, String title, byte[] bytes) {
        Response answer = send(visitor, factory.at("/lists"), title, bytes, "list.xlsx");
        assertEquals(303, answer.statusCode(), answer.asString());
        String edition = path(answer);
        Response done = read(visitor, edition);
        assertEquals(303, done.statusCode(), done.asString());
        String list = path(done);
        assertTrue(list.contains("/lists/"), list);
        return list;
    }

    /** The next edition, read; answers its address. */
    static String bringNext(Visitor visitor, String list, byte[] bytes) {
        Response answer = send(visitor, list + "/editions", "", bytes, "next.xlsx");
        assertEquals(303, answer.statusCode(), answer.asString());
        String edition = path(answer);
        Response done = read(visitor, edition);
        assertEquals(200, done.statusCode(), done.asString());
        return edition;
    }

    static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Takes the columns as they were recognised, and waits for the end of the work. */
    static Response read(Visitor visitor, String edition) {
        String page = visitor.get(edition + "/columns").asString();
        Map<String, String> fields = new HashMap<>();
        Matcher column = Pattern.compile("name=\"(column-[0-9]+)\">(.*?)</select>", Pattern.DOTALL)
                .matcher(page);
        while (column.find()) {
            Matcher chosen = Pattern.compile("value=\"([A-Z]*)\" selected").matcher(column.group(2));
            fields.put(column.group(1), chosen.find() ? chosen.group(1) : "");
        }
        Matcher heading =
                Pattern.compile("name=\"heading-row\" value=\"([0-9]+)\"").matcher(page);
        assertTrue(heading.find(), page);
        fields.put("heading-row", heading.group(1));
        Response begun = visitor.post(edition + "/columns", fields);
        assertEquals(303, begun.statusCode(), begun.asString());
        return done(visitor, edition);
    }

    private static Response done(Visitor visitor, String edition) {
        for (int i = 0; i < 1200; i++) {
            Response now = visitor.get(edition);
            if (!now.asString().contains("data-working")) {
                return now;
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the work does not end");
    }

    /** The ids of the lines on a page, by what they say. */
    static Map<String, String> lines(String page) {
        Map<String, String> lines = new HashMap<>();
        Matcher m = Pattern.compile(
                        "<p class=\"list-words\">(?:<b class=\"key\">[^<]*</b> )?([^<]*)</p>.*?name=\"line\" value=\"([0-9a-f-]{36})\"",
                        Pattern.DOTALL)
                .matcher(page);
        while (m.find()) {
            lines.put(m.group(1), m.group(2));
        }
        return lines;
    }

    /** What somebody sends about one line. */
    record Choice(String words, List<String> ticked, String typed, String own) {}

    /** Decides about these lines of the list's first page and leaves the others as they are; answers what came back. */
    static Response decide(Visitor visitor, String list, Choice... choices) {
        String page = visitor.get(list).asString();
        Map<String, String> ids = lines(page);
        var request = visitor.request()
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("csrf-token", visitor.token());
        for (Choice choice : choices) {
            String id = String.valueOf(ids.get(choice.words()));
            Matcher seen = Pattern.compile("name=\"seen-" + id + "\" value=\"([^\"]*)\"")
                    .matcher(page);
            assertTrue(seen.find(), choice.words() + " is not on the page");
            request.formParam("line", id)
                    .formParam("seen-" + id, seen.group(1))
                    .formParam("more-" + id, choice.typed())
                    .formParam("own-" + id, choice.own());
            if (!choice.ticked().isEmpty()) {
                request.formParam("map-" + id, choice.ticked());
            }
        }
        return request.post(list + "/decisions");
    }

    /** All cells of an exported list. */
    static List<List<String>> exported(Visitor visitor, String list) {
        return cells(visitor.get(list + "/list.xlsx").asByteArray());
    }

    static List<List<String>> cells(byte[] workbook) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<List<String>> rows = new ArrayList<>();
            book.getFirstSheet().read().forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < HEAD.size() + 4; i++) {
                    cells.add(
                            i < row.getCellCount() && row.getCell(i) != null
                                    ? String.valueOf(row.getCell(i).getText())
                                    : "");
                }
                rows.add(cells);
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number beside a kind of change. */
    static int count(String page, String kind) {
        Matcher m = Pattern.compile("kind=" + kind + "\"[^>]*>\\s*[^<0-9]*([0-9]+)\\s*</a>")
                .matcher(page);
        return m.find() ? Integer.parseInt(m.group(1)) : -1;
    }
}
