package auditorium.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Audience;
import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.library.content.Term;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Glossary GLOSSARY = new Glossary(List.of(
            term("audit", "审核", "audit"),
            term("criteria", "审核准则", "audit criteria"),
            term("scan", "SCAN", "SCAN"),
            term("seal", "封", "seal"),
            term("lockout", "上锁挂牌", "lockout & tagout")));

    @Test
    void marksTheFirstPlaceOnly() {
        assertEquals(
                "<p>先做<a class=\"term\" href=\"#term-audit\">审核</a>，再做审核。</p>",
                mark("<p>先做审核，再做审核。</p>", Lang.ZH).cards().get(0));
    }

    @Test
    void theLongestTermWinsAndKeepsShorterOnesOutAgain() {
        assertEquals(
                "<p><a class=\"term\" href=\"#term-criteria\">审核准则</a>；审核准则；"
                        + "<a class=\"term\" href=\"#term-audit\">审核</a></p>",
                mark("<p>审核准则；审核准则；审核</p>", Lang.ZH).cards().get(0));
    }

    @Test
    void englishStandsAsAWholeWordInAnyCaseAndNumber() {
        assertEquals(
                "<p>The auditor re-audits. <a class=\"term\" href=\"#term-audit\">Audits</a> end.</p>",
                mark("<p>The auditor re-audits. Audits end.</p>", Lang.EN)
                        .cards()
                        .get(0));
    }

    @Test
    void allCapitalsAreACaseOfTheirOwn() {
        assertEquals(
                "<p>scan it; Scan it; <a class=\"term\" href=\"#term-scan\">SCAN</a> is a scheme</p>",
                mark("<p>scan it; Scan it; SCAN is a scheme</p>", Lang.EN)
                        .cards()
                        .get(0));
    }

    @Test
    void aLoneCharacterIsNoTerm() {
        String html = "<p>封条</p>";
        assertEquals(html, mark(html, Lang.ZH).cards().get(0));
    }

    @Test
    void whatIsEscapedIsFound() {
        assertEquals(
                "<p><a class=\"term\" href=\"#term-lockout\">Lockout &amp; tagout</a></p>",
                mark("<p>Lockout &amp; tagout</p>", Lang.EN).cards().get(0));
    }

    @Test
    void tagsHeadingsPicturesLinksAndTableHeadsStayAsTheyAre() {
        String html =
                "<h3>audit</h3><svg class=\"art\" aria-label=\"audit\"><title>audit</title><path d=\"M0 0\"></path></svg>"
                        + "<table class=\"data\"><thead><tr><th>audit</th></tr></thead></table><a href=\"#audit\">audit</a><br />";
        assertEquals(html, mark(html, Lang.EN).cards().get(0));
        assertTrue(mark(html + "<p>audit</p>", Lang.EN).cards().get(0).endsWith("\">audit</a></p>"));
    }

    @Test
    void wholeLibraryEachMarkHasItsTermOnceAndNothingElseChanges() {
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(Path.of("."), LocalDate.of(2026, 11, 22)).read(report);
        Pattern link = Pattern.compile("<a class=\"term\" href=\"#term-([A-Za-z0-9-]+)\">(.*?)</a>");
        int marks = 0;
        for (Lesson lesson : catalogue.lessons()) {
            for (Lang lang : Lang.values()) {
                Reading reading = catalogue.reading(lesson, lang);
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < lesson.cards().size(); i++) {
                    Matcher m = link.matcher(reading.cards().get(i));
                    while (m.find()) {
                        ids.add(m.group(1));
                    }
                    assertEquals(lesson.cards().get(i).html().in(lang), m.replaceAll("$2"));
                }
                Set<String> once = new HashSet<>(ids);
                assertEquals(once.size(), ids.size(), lesson.id());
                assertEquals(reading.terms().stream().map(Term::id).toList(), ids);
                marks += ids.size();
            }
        }
        System.out.println("terms marked in all lessons, both languages: " + marks);
        assertFalse(marks < 500);
    }

    private static Term term(String id, String zh, String en) {
        return new Term(id, "", new Text(zh, en), List.of(), List.of(), new Text(zh, en));
    }

    private static Reading mark(String html, Lang lang) {
        Text text = new Text(html, html);
        Card card = new Card("one", Card.Kind.RULE, text, text, text);
        return GLOSSARY.read(
                new Lesson(
                        "X1-x",
                        "x",
                        text,
                        1,
                        new Audience(true, false, Set.of()),
                        true,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        1,
                        List.of(card),
                        Versions.of("x")),
                lang);
    }
}
