package auditorium.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.journeys.Browsers;
import auditorium.journeys.NeedsBrowser;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A passkey in a real browser, with an authenticator that the browser plays itself: made, used as second step, used alone, removed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class PasskeyJourneyTest {

    @TestHTTPResource("/")
    URL address;

    /** A phone's own, with a finger on it. */
    private static void withDevice(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    private static void signOut(Page page) {
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in");
    }

    @Test
    void aManagerMakesAPasskeyAndSignsInWithItAsSecondStepAndAlone() throws MalformedURLException {
        URL here =
                URI.create(address.toString().replace("127.0.0.1", "localhost")).toURL(); // digits have no passkeys
        NewFactory factory = NewFactory.make();
        String login = "boss-" + factory.code().toLowerCase(Locale.ROOT);
        try (Browsers browsers = new Browsers(here)) {
            Page page = browsers.phone();
            withDevice(page);
            page.context()
                    .addCookies(factory.manager().cookies().entrySet().stream()
                            .map(c -> new Cookie(c.getKey(), c.getValue()).setUrl(here.toString()))
                            .toList());
            page.navigate("/account/second-step");
            assertThat(page.locator("[data-passkey-unable]")).isHidden();
            page.fill("#key-name", "值班手机");
            page.fill("#key-current", NewFactory.PASSWORD);
            page.click("form[action$='/passkeys'] button");
            Browsers.picture(page, "phone-passkey-make");
            page.click("[data-passkey-make]");
            assertThat(page.locator("h1")).containsText("恢复码");
            assertThat(page.locator("b.code")).hasCount(10);
            page.navigate("/account/second-step");
            assertThat(page.locator("#passkeys ~ .rows .row-title")).hasText("值班手机");
            Browsers.wholePicture(page, "phone-passkey-own");
            page.click("form[action='/language'] button");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browsers.wholePicture(page, "phone-passkey-own-en-dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.click("form[action='/language'] button");
            assertThat(page.locator("h1")).hasText("登录第二步");

            signOut(page);
            page.navigate("/sign-in/password");
            page.fill("#login", login);
            page.fill("#password", NewFactory.PASSWORD);
            page.click("main form[action='/sign-in/password'] button[type=submit]");
            page.waitForURL("**/sign-in/code");
            Browsers.picture(page, "phone-passkey-second");
            page.click("[data-passkey-use]");
            page.waitForURL("**/c/**");

            signOut(page);
            page.navigate("/sign-in/password");
            Browsers.picture(page, "phone-passkey-sign-in");
            page.click("[data-passkey-use]");
            page.waitForURL("**/c/**");

            page.navigate("/account/second-step");
            page.click("form[action$='/end'] [data-passkey-use]"); // the password first
            assertThat(page.locator("#end-current")).isFocused();
            page.fill("#end-current", NewFactory.PASSWORD);
            page.click("form[action$='/end'] [data-passkey-use]");
            assertThat(page.locator(".note[role=status]")).containsText("已关闭");
            assertEquals(List.of(), browsers.complaints());
        }
    }
}
