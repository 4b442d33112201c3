package auditorium.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A phone that loses its network in the middle of a paper loses nothing, even when the page is closed in between. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class OfflineJourneyTest {

    private static final int OFFLINE = 4;

    @TestHTTPResource("/")
    URL address;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Test
    @ActivateRequestContext
    void answersGivenWithoutANetworkArriveOnceWhenItIsBack() throws InterruptedException {
        try (Browsers browsers = new Browsers(address)) {
            Page page = browsers.phone();
            Browsers.signInByNumber(page, "DEMO", "A0356", "246810");
            String path = page.url().replaceFirst("^https?://[^/]+", "");
            UUID client = UUID.fromString(path.substring(3, 39));
            page.navigate("/c/" + client + "/quizzes/C2-fire-safety");
            page.click(".actionbar button");
            page.waitForURL("**/attempts/**");
            UUID attempt =
                    UUID.fromString(page.url().replaceFirst(".*/attempts/", "").substring(0, 36));

            BrowserContext phone = page.context();
            phone.setOffline(true);
            for (int i = 0; i < OFFLINE; i++) {
                Locator unknown = page.locator("[data-unknown]");
                if (unknown.isVisible()) {
                    unknown.click();
                } else {
                    page.click("[data-next]");
                }
            }
            assertThat(page.locator("[data-outbox-status]")).containsText(OFFLINE + " 条等待上传");
            Browsers.picture(page, "phone-offline");
            assertEquals(0, events(client, attempt));
            page.close();

            phone.setOffline(false);
            Page again = phone.newPage();
            again.navigate("/c/" + client + "/attempts/" + attempt);
            for (int i = 0; i < 300 && events(client, attempt) < OFFLINE; i++) {
                Thread.sleep(100);
            }
            again.reload();
            Thread.sleep(500); // time for a second delivery, if there were one
            assertEquals(OFFLINE, events(client, attempt));
            assertThat(again.locator(".segments > .done")).hasCount(OFFLINE);
        }
    }

    private long events(UUID client, UUID attempt) {
        return scope.inside(
                client,
                () -> ((Number) entities.createNativeQuery("select count(*) from answer_event where attempt_id = ?1")
                                .setParameter(1, attempt)
                                .getSingleResult())
                        .longValue());
    }
}
