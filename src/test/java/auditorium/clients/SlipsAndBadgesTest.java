package auditorium.clients;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a factory prints for its people: slips with start codes, and badges that open the sign-in page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SlipsAndBadgesTest {

    private NewFactory factory;
    private Visitor boss;

    @BeforeEach
    void openFactory() {
        factory = NewFactory.make();
        boss = factory.manager();
    }

    @Test
    void slipsForAWholeListOpenEachAccountOnceAndAnewOnlyForThoseWhoWait() {
        byte[] list = "工号,姓名,部门,入职日期\nJ1,张伟,生产部,2024-01-01\nJ2,李娜,生产部,2024-01-01\n".getBytes(StandardCharsets.UTF_8);
        String at = Lists.upload(factory, boss, list, "1.csv");
        Lists.check(boss, at, Map.of());
        Lists.take(boss, at, Map.of());
        boss.get(factory.at("/people/slips"));
        String page = boss.post(factory.at("/people/slips"), Map.of("as", "paper"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var codes = java.util.regex.Pattern.compile("number=(J[12])&amp;code=([0-9A-Z-]{14})")
                .matcher(page);
        assertFalse(codes.find(), "addresses stand in QR codes only");
        var slip = java.util.regex.Pattern.compile(
                        "<b>(J[12])</b>.*?slip-code\">([0-9A-Z-]{14})<", java.util.regex.Pattern.DOTALL)
                .matcher(page);
        assertTrue(slip.find());
        String number = slip.group(1);
        factory.arriveByPin(number, slip.group(2));
        boss.get(factory.at("/people/slips")).then().body(containsString("1 人"));
        String second =
                boss.post(factory.at("/people/slips"), Map.of("as", "paper")).asString();
        assertFalse(second.contains("<b>" + number + "</b>"), "whoever has a PIN keeps it");
        byte[] book = boss.post(factory.at("/people/slips"), Map.of("as", "sheet"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals('P', book[0]);
        boss.get(factory.at("/people?who=CLOSED")).then().body(containsString("等待用开通码"));
    }

    @Test
    void aBadgeOpensTheSignInPageAndHoldsNoSecret() {
        String department = factory.department("PRD", "PRD", "生产部");
        factory.person("K1", "张伟", department);
        String page = boss.get(factory.at("/people/badges"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("张伟"), page);
        assertTrue(page.contains("<path fill=\"#000\" d=\"M4 4h7v1h-7z"), "the corner of a QR code");
        assertFalse(page.contains("code="), page);
    }
}
