package auditorium.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.quarkus.logging.Log;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of the journeys, phones and desks in it, and pictures of what they show in {@code target/screenshots}. */
public final class Browsers implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    public Browsers(URL address) {
        this.address = address.toString().replaceAll("/$", "");
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        NeedsBrowser.Condition.node().orElseThrow().toString())));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(NeedsBrowser.Condition.chromium().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox", // root in a container
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A cheap Android phone in Chinese. */
    public Page phone() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    /** A manager's desk. */
    public Page desk() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(address));
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("status of 422")) { // 422: a form that asks for more
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** What the browser complained about: scripts that failed, and whatever the content security policy stopped. */
    public List<String> complaints() {
        return complaints;
    }

    public static void picture(Page page, String name) {
        take(page, name, new Page.ScreenshotOptions());
    }

    public static void wholePicture(Page page, String name) {
        take(page, name, new Page.ScreenshotOptions().setFullPage(true));
    }

    /** Pictures are for people to look at. No test rests on one, so a browser that could not draw it (it happens on a busy machine) is told only. */
    private static void take(Page page, String name, Page.ScreenshotOptions how) {
        how.setPath(PICTURES.resolve(name + ".png"));
        PlaywrightException last = null;
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                page.screenshot(how);
                return;
            } catch (PlaywrightException failed) {
                last = failed;
                page.waitForTimeout(200);
            }
        }
        Log.warnf(last, "no picture %s", name);
    }

    public static void signInByNumber(Page page, String factory, String number, String pin) {
        page.navigate("/sign-in");
        page.fill("#factory", factory);
        page.fill("#number", number);
        pin.chars().forEach(digit -> page.click(".pinpad button[value='" + (char) digit + "']"));
        page.click("main button[type=submit]");
        page.waitForURL("**/c/**");
    }

    public static void signInByPassword(Page page, String login, String password) {
        page.navigate("/sign-in/password");
        page.fill("#login", login);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
