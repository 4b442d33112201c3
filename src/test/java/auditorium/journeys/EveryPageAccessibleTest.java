package auditorium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.hostile.Pages;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One page of every kind, on a phone in Chinese by day and at a desk in English by night. (AccessibilityTest has the main ones, daily.) */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
@Tag("long")
class EveryPageAccessibleTest {

    @TestHTTPResource("/")
    URL address;

    @Test
    @DisplayName("No page of any kind has an obstacle, on a phone or at a desk, by day or by night, in either language")
    void noPageHasAnObstacle() {
        List<String> problems = new ArrayList<>();
        Map<String, Visitor> people = new LinkedHashMap<>();
        people.put("manager", Visitor.withPassword("manager"));
        people.put("consultant", Visitor.withPassword("consultant"));
        people.put("admin", Visitor.withPassword("admin"));
        people.put("A0317", Visitor.worker());
        Map<String, String> seen = new LinkedHashMap<>();
        int looked = 0;
        try (Browsers browsers = new Browsers(address)) {
            for (Map.Entry<String, Visitor> who : people.entrySet()) {
                List<String> pages = new ArrayList<>();
                Pages.ofEachKind(who.getKey(), who.getValue()).forEach((kind, path) -> {
                    if (seen.putIfAbsent(kind, path) == null) {
                        pages.add(path);
                    }
                });
                for (boolean night : List.of(false, true)) {
                    Page page = night ? browsers.desk() : browsers.phone();
                    page.emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(night ? ColorScheme.DARK : ColorScheme.LIGHT)
                            .setReducedMotion(ReducedMotion.REDUCE));
                    if (who.getKey().startsWith("A")) {
                        Browsers.signInByNumber(page, "DEMO", who.getKey(), "246810");
                    } else {
                        Browsers.signInByPassword(page, who.getKey(), "auditorium-demo");
                    }
                    who.getValue().post("/language", Map.of("to", night ? "en" : "zh", "back", "/"));
                    for (String path : pages) {
                        page.navigate(path);
                        looked++;
                        problems.addAll(
                                Obstacles.of(page, night ? "night" : "day", axe -> axe.withTags(Obstacles.LEVEL_AA)));
                    }
                    page.context().close();
                }
                who.getValue().post("/language", Map.of("to", "zh", "back", "/"));
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(looked > 120, looked + " pages");
    }
}
