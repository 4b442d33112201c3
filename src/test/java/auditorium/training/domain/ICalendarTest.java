package auditorium.training.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTest {

    private static final Instant STAMP = Instant.parse("2026-11-26T08:09:10Z");

    private static String of(String summary) {
        return ICalendar.of("名", List.of(new ICalendar.Day("a@b", LocalDate.of(2026, 12, 31), summary, "")), STAMP);
    }

    @Test
    void aDayIsAWholeDay() {
        String text = of("学：消防与疏散");
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), text);
        assertTrue(text.contains("\r\nDTSTAMP:20261126T080910Z\r\n"), text);
        assertTrue(text.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), text);
        assertTrue(text.contains("\r\nSUMMARY:学：消防与疏散\r\n"), text);
        assertTrue(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"), text);
    }

    @Test
    void nothingInATitleBecomesALineOfItsOwn() {
        String text = of("a;b,c\\d\r\nBEGIN:VALARM\u0007");
        assertTrue(text.contains("SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM\r\n"), text);
    }

    @Test
    void noLineIsLongerThan75OctetsAndFoldingLosesNothing() {
        Cases.forAll(
                r -> {
                    StringBuilder title = new StringBuilder();
                    for (int i = r.nextInt(200); i > 0; i--) {
                        title.append(r.nextInt(3) == 0 ? "消" : r.nextInt(5) == 0 ? "😀" : "x");
                    }
                    return title.toString();
                },
                title -> {
                    String text = of(title);
                    for (String line : text.split("\r\n", -1)) {
                        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
                    }
                    String unfolded = text.replace("\r\n ", "");
                    String found = unfolded.substring(unfolded.indexOf("SUMMARY:") + 8);
                    assertEquals(title, found.substring(0, found.indexOf("\r\n")));
                });
    }
}
