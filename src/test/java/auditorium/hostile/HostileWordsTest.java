package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.journeys.Browsers;
import auditorium.journeys.NeedsBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A factory in which every text that people write is a script, a template or a formula. Every page of it is opened and every export read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileWordsTest {

    /** Everything that runs calls this. */
    private static final String RUNS = "x7q";

    private static final List<String> CORPUS = corpus();
    private static final String PREFIX = "hostile-";

    private static @Nullable Twin twin;
    private static final List<Crawl.Got> SEEN = new ArrayList<>();

    @TestHTTPResource("/")
    URL address;

    private static List<String> corpus() {
        try (InputStream in = HostileWordsTest.class.getResourceAsStream("/hostile/words.txt")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("# "))
                    .map(l -> l.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void settle() {
        if (twin == null) {
            String all =
                    CORPUS.stream().map(w -> "'" + w.replace("'", "''") + "'").collect(Collectors.joining(", "));
            twin = Twin.of(
                    PREFIX,
                    (table, column) -> "(array[" + all + "])[1 + mod(abs(hashtext(t.ctid::text || '" + table + column
                            + "')), " + CORPUS.size() + ")] || ' ' || :row:");
            SEEN.addAll(Crawl.of("manager", Visitor.withPassword(PREFIX + "manager"), twin.client(), 2));
            SEEN.addAll(Crawl.of("worker", Visitor.withPin(twin.code(), PREFIX + "A0317"), twin.client(), 2));
            SEEN.addAll(Crawl.of("consultant", Visitor.withPassword(PREFIX + "consultant"), twin.client(), 1));
        }
    }

    @AfterAll
    static void clear() {
        if (twin != null) {
            twin.close();
            twin = null;
            SEEN.clear();
        }
    }

    @Test
    @DisplayName("HT17, HT18, HT20: with hostile words in every text each page still opens")
    void everyPageStillOpens() {
        assertEquals(
                List.of(),
                SEEN.stream()
                        .filter(g -> g.status() >= 500)
                        .filter(g -> !g.path().contains("/cap/imports/")) // a made up workbook is none
                        .map(g -> g.role() + " " + g.path() + ": " + g.status())
                        .toList());
        assertTrue(CORPUS.size() >= 100, CORPUS.size() + " words");
    }

    @Test
    @DisplayName("HT17: no tag, no attribute and no script of a page is made of what people wrote")
    void noTagIsMadeOfWords() {
        List<String> wrong = new ArrayList<>();
        int pages = 0;
        int there = 0;
        for (Crawl.Got g : SEEN) {
            if (!g.html()) {
                continue;
            }
            pages++;
            String html = g.text();
            there += html.contains(RUNS) ? 1 : 0;
            for (String tag : tags(html)) {
                String bare = tag.replaceAll("=\"[^\"]*\"", "=\"\"");
                if (bare.contains(RUNS) || bare.contains("'")) {
                    wrong.add(g.path() + ": " + tag);
                }
                Matcher link = Pattern.compile(
                                "(?i)(?:href|src|action|formaction)=\"\\s*(?:javascript|data|vbscript):[^\"]*")
                        .matcher(tag);
                if (link.find()) {
                    wrong.add(g.path() + ": " + tag);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(there > 20, there + " of " + pages + " pages show hostile words");
    }

    /** The tags of a page as a browser would see them: a quoted value may hold what it likes. */
    private static List<String> tags(String html) {
        Matcher m = Pattern.compile("<[a-zA-Z/][^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
                .matcher(html);
        List<String> tags = new ArrayList<>();
        while (m.find()) {
            tags.add(m.group());
        }
        return tags;
    }

    @Test
    @DisplayName("HT18: what looks like a template is shown as it was written")
    void whatLooksLikeATemplateIsShownAsItWasWritten() {
        Set<String> shown = new LinkedHashSet<>();
        for (Crawl.Got g : SEEN) {
            String text = g.text();
            assertFalse(text.contains("49" + RUNS) || text.contains("7777777" + RUNS), g.path() + " computes");
            for (String template : List.of(
                    "{7*7}" + RUNS,
                    "${7*7}" + RUNS,
                    "{{7*7}}" + RUNS,
                    "{#for " + RUNS,
                    "{inject:frame.name}" + RUNS,
                    "{config:quarkus.datasource.password}" + RUNS)) {
                if (text.contains(template)) {
                    shown.add(template);
                }
            }
        }
        assertTrue(shown.size() >= 5, "shown literally: " + shown);
    }

    @Test
    @DisplayName("HT20: every cell of every export is text")
    void everyCellOfEveryExportIsText() {
        Map<String, Integer> cells = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Crawl.Got g : SEEN) {
            if (g.bytes().length < 4 || g.bytes()[0] != 'P' || g.bytes()[1] != 'K') {
                if (g.type().startsWith("text/csv")) {
                    wrong.add(g.path() + " is a list with commas, which this test can't read yet");
                }
                continue;
            }
            String parts = g.text();
            if (Pattern.compile("<f[ >/]|<hyperlink|<ddeLink|<externalLink|oleObject")
                    .matcher(parts)
                    .find()) {
                wrong.add(g.path() + " has a formula or a link");
            }
            Matcher cell = Pattern.compile("<c r=\"[A-Z]+[0-9]+\"([^>]*)>(.*?)</c>", Pattern.DOTALL)
                    .matcher(parts);
            int n = 0;
            while (cell.find()) {
                boolean text =
                        cell.group(1).contains("t=\"s\"") || cell.group(1).contains("t=\"inlineStr\"");
                if (!text && !cell.group(2).matches("(?s)<v>-?[0-9.E+-]+</v>")) {
                    wrong.add(g.path() + ": " + cell.group());
                }
                n++;
            }
            cells.put(g.path().replaceFirst("\\?.*", "").replaceAll("[0-9a-f-]{36}", "…"), n);
        }
        System.out.println("cells of exports: " + cells);
        assertEquals(List.of(), wrong);
        assertTrue(cells.size() >= 4, cells.toString());
        assertTrue(cells.values().stream().allMatch(n -> n > 0), cells.toString());
    }

    @Test
    @Tag("long")
    @NeedsBrowser
    @DisplayName("HT17: in a browser no word runs, and its policy has nothing to stop")
    void inABrowserNothingRuns() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Crawl.Got g : SEEN) {
            if (g.html() && g.status() == 200 && g.text().contains(RUNS)) {
                pages.putIfAbsent(g.role() + " " + Crawl.kind(g.path()), g.path());
            }
        }
        assertTrue(pages.size() > 20, pages.keySet().toString());
        AtomicInteger ran = new AtomicInteger();
        List<String> failed = new ArrayList<>();
        try (Browsers browsers = new Browsers(address)) {
            for (String login : List.of("manager", "consultant", "worker")) {
                Page page = browsers.desk();
                page.onDialog(dialog -> {
                    ran.incrementAndGet();
                    dialog.dismiss();
                });
                page.exposeFunction(RUNS, args -> ran.incrementAndGet());
                if (login.equals("worker")) {
                    Browsers.signInByNumber(
                            page, java.util.Objects.requireNonNull(twin).code(), PREFIX + "A0317", "246810");
                } else {
                    Browsers.signInByPassword(page, PREFIX + login, "auditorium-demo");
                }
                for (Map.Entry<String, String> p : pages.entrySet()) {
                    if (p.getKey().startsWith(login)) {
                        try {
                            page.navigate(
                                    p.getValue(),
                                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                            page.evaluate(
                                    "document.querySelectorAll('main a, main button, main img').forEach(e => { e.dispatchEvent(new Event('mouseover')); e.focus(); })");
                        } catch (PlaywrightException e) {
                            failed.add(p.getValue() + ": " + e.getMessage());
                        }
                    }
                }
            }
            assertEquals(List.of(), failed);
            assertEquals(0, ran.get(), "words ran as scripts");
            assertEquals(
                    List.of(),
                    browsers.complaints().stream()
                            .filter(c -> !c.contains("status of 4"))
                            .toList());
        }
    }
}
