package auditorium.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.RightSides;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The whole reason of the product in one run: somebody learns, a gap is found, closed and verified, and the requirement turns. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@NeedsBrowser
class SpineJourneyTest {

    private static final String QUIZ = "A7-audit-day";

    @TestHTTPResource("/")
    URL address;

    @Inject
    Library library;

    @Test
    void aWorkerLearnsAGapBecomesATaskIsDoneVerifiedAndTheRequirementTurns() throws IOException {
        try (Browsers browsers = new Browsers(address)) {
            workerLearnsAndPasses(browsers);
            managerFindsAGapAndItIsClosed(browsers);
            consultantSeesAllClients(browsers);
            assertEquals(List.of(), browsers.complaints());
        }
    }

    private void workerLearnsAndPasses(Browsers browsers) {
        Page page = browsers.phone();
        page.navigate("/sign-in");
        Browsers.picture(page, "phone-sign-in");
        Browsers.signInByNumber(page, "DEMO", "A0317", "246810");
        assertThat(page.locator("h1")).containsText("件事");
        Browsers.picture(page, "phone-today");
        Browsers.wholePicture(page, "phone-today-whole");

        page.click(".mainnav >> text=课程");
        Browsers.picture(page, "phone-courses");
        page.click("text=验厂基础与流程");
        page.click("a.row-title[href$='" + QUIZ + "']");
        Browsers.picture(page, "phone-lesson");
        Locator cards = page.locator(".lesson-card");
        assertTrue(cards.count() >= 6);
        for (int i = 0; i < cards.count(); i++) {
            cards.nth(i).locator("h2").scrollIntoViewIfNeeded();
            page.evaluate("i => document.querySelectorAll('.lesson-card')[i].scrollIntoView({block: 'center'})", i);
            assertThat(page.locator(".segments > li").nth(i))
                    .hasClass(Pattern.compile("done"), new LocatorAssertions.HasClassOptions().setTimeout(30_000));
        }
        Browsers.wholePicture(page, "phone-lesson-whole");
        page.click("button:has-text('英文'), form.language button"); // English by one tap
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        Browsers.picture(page, "phone-lesson-english");
        page.click("form.language button");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");

        page.click(".actionbar button");
        page.waitForURL("**/quizzes/" + QUIZ); // it was read, not paged through
        Browsers.picture(page, "phone-quiz-start");
        page.click(".actionbar button");
        page.waitForURL("**/attempts/**");
        Quiz quiz = library.catalogue().quiz(QUIZ).orElseThrow();
        int questions = page.locator(".paper-question:not(.paper-end)").count();
        assertEquals(quiz.draw(), questions);
        for (int i = 0; i < questions; i++) {
            Locator now = page.locator(".paper-question.now");
            String id = now.getAttribute("id").substring("q-".length());
            answerRightly(now, quiz.question(id).orElseThrow());
            Browsers.picture(page, "phone-question-" + (i + 1));
            page.click("[data-next]");
        }
        Browsers.picture(page, "phone-hand-in");
        page.click("#submission button");
        page.waitForURL("**/result");
        assertThat(page.locator("h1")).hasText("通过了");
        Browsers.picture(page, "phone-result");
        Browsers.wholePicture(page, "phone-result-whole");
        page.click(".actionbar a >> nth=1");
        assertThat(page.locator("main")).containsText("审核日");
    }

    private static void answerRightly(Locator now, Question question) {
        switch (question.form()) {
            case Form.Single f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> choose(now, o.id()));
            case Form.Multiple f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> choose(now, o.id()));
            case Form.TrueFalse f -> choose(now, Boolean.toString(f.answer()));
            case Form.Numeric f -> now.locator("[name=amount]").fill(f.value().toPlainString());
            case Form.ShortText f ->
                now.locator("[name=words]").fill(f.acceptZh().get(0));
            case Form.Essay f -> now.locator("[name=essay]").fill("写几句");
            case Form.Ordering f -> {
                for (int i = 0; i < f.items().size(); i++) {
                    now.locator("[name='position." + f.items().get(i).id() + "']")
                            .selectOption(Integer.toString(i + 1));
                }
            }
            case Form.Matching f ->
                f.pairs()
                        .forEach(
                                p -> now.locator("[name='pair." + p.id() + "']").selectOption(RightSides.id(p)));
            case Form.Groups f ->
                f.items()
                        .forEach(i ->
                                now.locator("[name='group." + i.id() + "']").selectOption(i.group()));
            case Form.Gaps f ->
                f.gaps().forEach(g -> {
                    Locator gap = now.locator("[name='gap." + g.id() + "']");
                    if (g.options().isEmpty()) {
                        gap.fill(g.acceptZh().get(0));
                    } else {
                        gap.selectOption(g.options().stream()
                                .filter(Form.Option::correct)
                                .map(Form.Option::id)
                                .findFirst()
                                .orElseThrow());
                    }
                });
            case Form.Hotspot f ->
                f.spots()
                        .forEach(s -> now.locator("[name=square][value='"
                                        + s.squares().iterator().next() + "']")
                                .check());
            case Form.Scenario f -> {
                for (Form.Scenario.Step step : f.steps()) {
                    answerStep(now, step.question());
                }
            }
            case Form.Experience f -> {}
        }
    }

    private static void answerStep(Locator now, Question step) {
        String prefix = "step." + step.id() + ".";
        switch (step.form()) {
            case Form.Single f ->
                f.options().stream()
                        .filter(Form.Option::correct)
                        .forEach(o -> now.locator("[name='" + prefix + "option'][value='" + o.id() + "']")
                                .check());
            case Form.Multiple f ->
                f.options().stream()
                        .filter(Form.Option::correct)
                        .forEach(o -> now.locator("[name='" + prefix + "option'][value='" + o.id() + "']")
                                .check());
            case Form.TrueFalse f ->
                now.locator("[name='" + prefix + "truth'][value='" + f.answer() + "']")
                        .check();
            case Form.Numeric f ->
                now.locator("[name='" + prefix + "amount']").fill(f.value().toPlainString());
            case Form.ShortText f ->
                now.locator("[name='" + prefix + "words']").fill(f.acceptZh().get(0));
            default -> throw new IllegalStateException("no step of this kind yet: " + step.id());
        }
    }

    private static void choose(Locator now, String value) {
        now.locator("input[value='" + value + "']").check();
    }

    private void managerFindsAGapAndItIsClosed(Browsers browsers) throws IOException {
        Page manager = browsers.desk();
        Browsers.signInByPassword(manager, "manager", "auditorium-demo");
        assertThat(manager.locator("h1")).hasText("准备度");
        Browsers.picture(manager, "desk-board");
        Browsers.wholePicture(manager, "desk-board-whole");

        // walks one department on a phone
        Page walk = browsers.phone();
        Browsers.signInByPassword(walk, "manager", "auditorium-demo");
        Browsers.picture(walk, "phone-board");
        walk.click(".mainnav >> text=检查");
        walk.click("a.row-title:has-text('仓储')");
        Browsers.picture(walk, "phone-walk");
        walk.click("#w-SC-22 > summary");
        walk.click("#w-SC-22 a.one-page");
        walk.click(".answer-key.is-fail");
        walk.click(".actionbar button[type=submit]");
        assertThat(walk.locator(".form-errors")).containsText("写一句"); // a gap needs a fact, and nothing typed is lost
        assertThat(walk.locator("input[value=FAILS]")).isChecked();
        walk.fill("#note", "三号月台：装完柜没有马上上封条，封条放在没锁的抽屉里。");
        Browsers.picture(walk, "phone-walk-item");
        walk.click(".actionbar button[type=submit]");
        walk.waitForURL("**/findings/**");
        Browsers.wholePicture(walk, "phone-finding");
        assertThat(walk.locator("input[name=template]:checked")).hasCount(1);
        walk.click("button:has-text('派出任务')");
        walk.click("section a.row-title");
        String task = walk.url();
        String owner = walk.locator("dl.facts dd").nth(2).innerText();
        assertTrue(owner.contains("仓储") || owner.contains("保安"), owner);

        // the owner reports it done, with a photo
        Page doer = browsers.phone();
        Browsers.signInByNumber(doer, "DEMO", ownerNumber(owner), "246810");
        doer.navigate(task);
        doer.fill("#note", "封条改放带锁的柜子，领用登记，装完柜当场上封条。");
        doer.setInputFiles("#file", new FilePayload("封条柜.png", "image/png", photo()));
        Browsers.picture(doer, "phone-task-report");
        doer.click("button:has-text('报完成')");
        assertThat(doer.locator(".photo img")).hasCount(1);
        Browsers.wholePicture(doer, "phone-task-done");

        // somebody else verifies, and the requirement turns
        manager.navigate(task);
        Browsers.picture(manager, "desk-task");
        manager.fill("#seen", "三号月台看了两个柜：当场上封条，柜子上锁，登记连续。");
        manager.click("button:has-text('验证通过')");
        assertThat(manager.locator(".history")).containsText("验证通过");
        Browsers.picture(manager, "desk-task-verified");
        manager.click(".folio a >> nth=1");
        assertThat(manager.locator(".state.is-ready").first()).containsText("效果检查");
        manager.click("text=看这项要求的准备度");
        assertThat(manager.locator(".history li").first()).containsText("符合");
        assertThat(manager.locator(".history li").first()).containsText("改进后验证");
        Browsers.wholePicture(manager, "desk-requirement");
        manager.click(".mainnav >> text=改进");
        Browsers.picture(manager, "desk-improvement");
        manager.click("form.language button");
        manager.click(".mainnav >> text=Readiness");
        Browsers.picture(manager, "desk-board-english");
        manager.click("form.language button");
    }

    private String ownerNumber(String owner) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(
                        "select m.number from membership m join account a on a.id = m.account_id where a.name = ?1")
                .setParameter(1, owner.substring(0, owner.indexOf(" · ")))
                .getResultList()
                .get(0));
    }

    @Inject
    jakarta.persistence.EntityManager entities;

    private static void consultantSeesAllClients(Browsers browsers) {
        Page page = browsers.desk();
        Browsers.signInByPassword(page, "consultant", "auditorium-demo");
        assertThat(page.locator("h1")).hasText("客户");
        assertThat(page.locator("tbody tr")).hasCount(2);
        Browsers.picture(page, "desk-portfolio");
        page.click("text=远山电子");
        assertThat(page.locator(".where")).containsText("远山电子");
        Browsers.picture(page, "desk-neighbour");
    }

    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(java.awt.Color.LIGHT_GRAY);
        g.fillRect(0, 0, 640, 480);
        g.setColor(java.awt.Color.ORANGE);
        g.fillRect(200, 120, 240, 260);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
