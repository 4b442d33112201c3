package auditorium.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Two people walk the same department without a network: nothing of either is lost, and where they differ both are seen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class OfflineWalkJourneyTest {

    @TestHTTPResource("/")
    URL address;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static Page phone(Browsers browsers, String login, String walk) {
        Page page = browsers.phone();
        Browsers.signInByPassword(page, login, NewFactory.PASSWORD);
        page.navigate(walk);
        Object kept = page.evaluate("""
                async () => {
                  await navigator.serviceWorker.ready;
                  for (let i = 0; i < 150; i++) {
                    if (await caches.match(location.href) && await caches.match('/walk.js', { ignoreSearch: true })) return true;
                    await new Promise(done => setTimeout(done, 100));
                  }
                  return false;
                }""");
        assertEquals(true, kept, "the walk is kept on the phone");
        page.context().setOffline(true);
        page.reload(); // from what was kept
        return page;
    }

    private static void answer(Page page, String requirement, String mark, String note) throws IOException {
        page.click("#w-" + requirement + " > summary");
        page.click("#f-" + requirement + " .answer-key.is-" + mark);
        page.fill("#n-" + requirement, note);
        page.setInputFiles("#p-" + requirement, new FilePayload("photo.png", "image/png", photo()));
        page.click("#f-" + requirement + " button[type=submit]");
        assertThat(page.locator("#w-" + requirement + " .walk-sent")).hasText("等待上传");
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private long count(NewFactory factory, String table) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    @ActivateRequestContext
    void bothSendWhatTheyFoundAndWhereTheyDifferBothStandSideBySide() throws IOException, InterruptedException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        String person = factory.person("P1", "周安全", ehs);
        String code = factory.code().toLowerCase(java.util.Locale.ROOT);
        NewFactory.arriveByPassword("ehs-" + code, factory.access(person, "DEPARTMENT_MANAGER", "ehs-" + code));
        String walk = factory.at("/departments/" + ehs + "/walk");
        try (Browsers browsers = new Browsers(address)) {
            Page one = phone(browsers, "boss-" + code, walk);
            Page two = phone(browsers, "ehs-" + code, walk);
            answer(one, "HS-09", "ready", "");
            answer(one, "HS-10", "ready", "");
            answer(two, "HS-09", "fail", "晚班没有演练过");
            assertThat(one.locator(".netbar")).containsText("4"); // two answers and two photos
            two.reload(); // at once: what says that it waits is on the disk
            assertThat(two.locator("#w-HS-09 .walk-sent")).hasText("等待上传"); // closed and opened again: still there
            Browsers.picture(one, "phone-walk-offline");
            assertEquals(0, count(factory, "response"));

            one.context().setOffline(false);
            two.context().setOffline(false);
            for (int i = 0; i < 300 && (count(factory, "response") < 3 || count(factory, "response_photo") < 3); i++) {
                Thread.sleep(100);
            }
            assertEquals(3, count(factory, "response"));
            assertEquals(3, count(factory, "response_photo"));
            // when all is sent the page loads itself again; whoever went on in that moment would be interrupted
            assertThat(one.getByText("等待上传", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
            assertThat(two.getByText("等待上传", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
            one.navigate(factory.at("/departments/" + ehs + "/requirements/HS-09"));
            assertThat(one.locator(".note-warn").first()).containsText("两个人的答案不一样");
            assertThat(one.locator(".note-warn").first()).containsText("晚班没有演练过");
            assertThat(one.locator(".history .photo img")).hasCount(2);
            Browsers.wholePicture(one, "phone-walk-differing");
            two.navigate(walk);
            two.click("#w-HS-09 > summary");
            assertThat(two.locator("#w-HS-09 .note-warn")).containsText("厂长");
            assertTrue(
                    browsers.complaints().stream()
                            .allMatch(c ->
                                    c.contains("ERR_INTERNET_DISCONNECTED") || c.contains("Failed to load resource")),
                    browsers.complaints().toString());
        }
    }
}
