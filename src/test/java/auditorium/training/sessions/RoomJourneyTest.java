package auditorium.training.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.journeys.Browsers;
import auditorium.journeys.NeedsBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A training in a room, as the people in it see it: the wall, a phone that scans it, and nobody who has to reload. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class RoomJourneyTest {

    @TestHTTPResource("/")
    URL address;

    @Test
    void aPhoneScansTheWallAnswersAndBothShowWhatComesWithoutBeingReloaded() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("R1", "教室里的人");
        String session = f.plan("投影室", "R1");
        try (Browsers browsers = new Browsers(address)) {
            Page wall = browsers.desk();
            signedIn(wall, f.manager());
            wall.navigate(f.at("/sessions/" + session + "/screen"));
            assertThat(wall.locator(".figure")).containsText("0 / 1");
            String scanned = wall.locator("[data-scan]").getAttribute("data-scan");

            Page phone = browsers.phone();
            signedIn(phone, worker);
            phone.navigate(scanned.replaceFirst("^https?://[^/]+", ""));
            Browsers.picture(phone, "phone-room-arrive");
            phone.click(".actionbar button");
            assertThat(phone.locator("h1")).containsText("已登记到场");
            assertThat(wall.locator(".figure")).containsText("1 / 1");
            Browsers.picture(wall, "desk-room-wall");

            wall.click("#live form button");
            assertThat(wall.locator(".wall-question")).isVisible();
            String question = wall.locator(".wall-question").innerText();
            assertThat(phone.locator("#ask")).hasText(question);
            phone.locator(".choice").first().click();
            phone.click(".wide-button");
            assertThat(phone.locator("#live")).containsText("等讲师公布");
            assertThat(wall.locator("#live")).containsText("1 / 1 人已作答");
            assertThat(wall.locator(".bar-fill")).hasCount(0);

            wall.click("#live .actions form button");
            assertThat(wall.locator(".bar-fill").first()).isVisible();
            assertThat(phone.locator("#live .answer.right").first()).isVisible();
            Browsers.picture(wall, "desk-room-result");
            Browsers.picture(phone, "phone-room-result");
            assertEquals(List.of(), browsers.complaints());
        }
    }

    private void signedIn(Page page, Visitor visitor) {
        page.context()
                .addCookies(visitor.cookies().entrySet().stream()
                        .map(c -> new Cookie(c.getKey(), c.getValue()).setUrl(address.toString()))
                        .toList());
    }
}
