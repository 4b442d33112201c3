package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LangTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void aDayIsWrittenAsPeopleWriteItAndHasItsYearWhenThatIsAnother() {
        assertEquals("12月2日", Lang.ZH.day(LocalDate.of(2026, 12, 2), TODAY));
        assertEquals("2 Dec", Lang.EN.day(LocalDate.of(2026, 12, 2), TODAY));
        assertEquals("2027年1月5日", Lang.ZH.day(LocalDate.of(2027, 1, 5), TODAY));
        assertEquals("5 Jan 2027", Lang.EN.day(LocalDate.of(2027, 1, 5), TODAY));
        assertEquals("2025年11月26日", Lang.ZH.day(LocalDate.of(2025, 11, 26), TODAY));
    }
}
