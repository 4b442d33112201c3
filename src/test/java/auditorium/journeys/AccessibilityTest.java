package auditorium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every main page, light and dark, phone and desk: nothing that keyboards, screen readers or weak eyes would stumble over. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class AccessibilityTest {

    private static final List<String> COLOURS = List.of("color-contrast");

    @TestHTTPResource("/")
    URL address;

    @Test
    void theMainPagesHaveNoAccessibilityProblems() {
        List<String> problems = new ArrayList<>();
        try (Browsers browsers = new Browsers(address)) {
            Page phone = browsers.phone();
            phone.navigate("/sign-in");
            check(phone, problems);
            phone.navigate("/sign-in/password");
            check(phone, problems);
            Browsers.signInByNumber(phone, "DEMO", "A0355", "246810");
            check(phone, problems);
            String client = client(phone);
            for (String page : List.of(
                    "/courses",
                    "/courses/supply-chain-security",
                    "/lessons/F3-seals",
                    "/quizzes/C2-fire-safety",
                    "/tasks",
                    "/me",
                    "/mock-audits",
                    "/practice",
                    "/practice/memory",
                    "/assigned",
                    "/my-data")) {
                phone.navigate(client + page);
                byDay(phone, problems);
            }
            phone.navigate(client + "/quizzes/C2-fire-safety");
            phone.click(".actionbar button");
            phone.waitForURL("**/attempts/**");
            phone.evaluate(
                    "document.body.classList.remove('one-at-a-time')"); // all questions at once, as without script
            check(phone, problems);
            phone.evaluate("document.querySelector('#submission').submit()");
            phone.waitForURL("**/result");
            check(phone, problems);

            Page desk = browsers.desk();
            Browsers.signInByPassword(desk, "manager", "auditorium-demo");
            check(desk, problems);
            desk.click(".heat a.cell >> nth=0");
            check(desk, problems);
            desk.click("a.row-title >> nth=0");
            check(desk, problems);
            for (String page : List.of(
                    "/walk",
                    "/improvement",
                    "/today",
                    "/training",
                    "/people",
                    "/people/imports",
                    "/certificates",
                    "/training/rules/new",
                    "/mock-results",
                    "/forecast",
                    "/record",
                    "/ratings",
                    "/time-machine",
                    "/readiness-changes",
                    "/readiness-bounds",
                    "/evidence")) {
                desk.navigate(client + page);
                byDay(desk, problems);
            }
            desk.click("main a.row-title[href*='/evidence/'] >> nth=0");
            check(desk, problems);
            desk.navigate(client + "/improvement");
            desk.click(".task-card a >> nth=0");
            check(desk, problems);
            desk.click(".folio a >> nth=1");
            check(desk, problems);
            desk.navigate(client + "/walk");
            desk.click("a.row-title >> nth=0");
            check(desk, problems);
            desk.navigate("/no-such-page");
            check(desk, problems);

            Page consultant = browsers.desk();
            Browsers.signInByPassword(consultant, "consultant", "auditorium-demo");
            check(consultant, problems);
        }
        assertEquals(List.of(), problems);
    }

    private static String client(Page page) {
        String path = page.url().replaceFirst("^https?://[^/]+", "");
        return path.substring(0, path.indexOf('/', 3));
    }

    /** By day and by night, which differ in their colours only: for one page of each make. */
    private static void check(Page page, List<String> problems) {
        byDay(page, problems);
        look(page, ColorScheme.DARK, problems);
    }

    private static void byDay(Page page, List<String> problems) {
        look(page, ColorScheme.LIGHT, problems);
    }

    private static void look(Page page, ColorScheme scheme, List<String> problems) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        problems.addAll(Obstacles.of(
                page,
                scheme.name(),
                axe -> scheme == ColorScheme.LIGHT ? axe.withTags(Obstacles.LEVEL_AA) : axe.withRules(COLOURS)));
    }
}
