package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import auditorium.platform.Lang;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QtiImportTest {

    private static final String OPEN =
            "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\" identifier=\"x\">";
    private static final String DECLARED =
            "<responseDeclaration identifier=\"R\" cardinality=\"%s\" baseType=\"%s\"><correctResponse>%s</correctResponse></responseDeclaration>";

    @Test
    void aChoiceOfQti21KeepsItsIdentifiers() throws IOException {
        Importer.Item item =
                Imports.of(QuizFormat.QTI, Imports.sample("choice.qti21.xml")).getFirst();
        ImportedQuestion q = item.question().orElseThrow();
        assertEquals("unattended-luggage", q.name());
        assertEquals(
                "Look at the text in the picture.\nWhat does it say?", q.text().en());
        assertEquals(
                "single [-ChoiceA: “You must stay with your box.” because “Not right.”,"
                        + " +ChoiceB: “Do not let others watch your box.” because “That is it.”,"
                        + " -ChoiceC: “Remain calm.” because “Not right.”]",
                Imports.shown(q.form(), Lang.EN, true));
        assertEquals(
                List.of("formatting is lost", "a picture, sound or formula is lost", "no explanation"), item.remarks());
    }

    @Test
    void aGapMatchOfQti30BecomesGapsToChooseFrom() throws IOException {
        Importer.Item item = Imports.of(QuizFormat.QTI, Imports.sample("gap-match.qti30.xml"))
                .getFirst();
        ImportedQuestion q = item.question().orElseThrow();
        assertEquals(
                "Fill the gaps.\nTug the seal [[1]] and turn it [[2]].",
                q.text().en());
        assertEquals(3, q.points());
        assertEquals(
                "[[+“down” because “”, -“both ways” because “”, -“up” because “”],"
                        + " [-“down” because “”, +“both ways” because “”, -“up” because “”]]"
                        + " because “Down, then both ways.”",
                Imports.shown(q.form(), Lang.EN, false));
        assertEquals(List.of("a word can now be used twice"), item.remarks());
    }

    @Test
    void scoringByMapMakesEachAnswerCountForItself() throws IOException {
        String item = OPEN
                + "<responseDeclaration identifier=\"R\" cardinality=\"multiple\" baseType=\"identifier\"><mapping>"
                + "<mapEntry mapKey=\"A\" mappedValue=\"1\"/><mapEntry mapKey=\"B\" mappedValue=\"-1\"/></mapping></responseDeclaration>"
                + "<itemBody><p>Which?</p><choiceInteraction responseIdentifier=\"R\" maxChoices=\"0\"><simpleChoice identifier=\"A\">a</simpleChoice>"
                + "<simpleChoice identifier=\"B\">b</simpleChoice></choiceInteraction></itemBody>"
                + "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response\"/></assessmentItem>";
        assertEquals(
                "multiple true [+“a” because “Right.”, -“b” because “Not right.”]",
                Imports.shown(Imports.question(QuizFormat.QTI, item).form(), Lang.EN, false));
    }

    @Test
    void aNumberWithinASentenceKeepsItsPlace() throws IOException {
        String item = OPEN + DECLARED.formatted("single", "float", "<value>1.1</value>")
                + "<itemBody><p>An aisle is <textEntryInteraction responseIdentifier=\"R\"/> m wide.</p></itemBody></assessmentItem>";
        ImportedQuestion q = Imports.question(QuizFormat.QTI, item);
        assertEquals("An aisle is ____ m wide.", q.text().en());
        assertEquals("1.1±0 “—” because “No explanation was given.”", Imports.shown(q.form(), Lang.EN, false));
    }

    @Test
    void roundAreasBecomeSquaresAndAreReported() throws IOException {
        String item = OPEN + DECLARED.formatted("single", "identifier", "<value>lamp</value>")
                + "<itemBody><p>Find it.</p><hotspotInteraction responseIdentifier=\"R\" maxChoices=\"1\">"
                + "<object type=\"image/svg+xml\" data=\"p.svg\" width=\"360\" height=\"220\">A room</object>"
                + "<hotspotChoice identifier=\"lamp\" shape=\"circle\" coords=\"45,55,30\"/>"
                + "<hotspotChoice identifier=\"door\" shape=\"poly\" coords=\"200,100,300,100,300,200\"/>"
                + "</hotspotInteraction></itemBody></assessmentItem>";
        Importer.Item taken = packaged(item, GeneratedQuestions.SVG.getBytes(StandardCharsets.UTF_8))
                .getFirst();
        assertEquals(
                "8x6 [[A2, B2]“Right.”]“Not right.”“No explanation was given.”",
                Imports.shown(taken.question().orElseThrow().form(), Lang.EN, false));
        assertEquals(List.of("areas are now whole squares", "no explanation"), taken.remarks());
        assertEquals(
                List.of("its picture is no plain SVG drawing, the only kind we have"),
                packaged(item, "<svg viewBox='0 0 9 9'><script/></svg>".getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .remarks());
    }

    @Test
    void whatWeCannotAskIsRefusedWithTheReason() throws IOException {
        assertEquals(
                "nothing of ours is like its slider-interaction",
                body("<sliderInteraction responseIdentifier=\"R\"/>"));
        assertEquals("it asks nothing", body("<p>Hello</p>"));
        assertEquals(
                "it asks 2 things at once",
                body(
                        "<p>x</p><choiceInteraction responseIdentifier=\"R\"/><uploadInteraction responseIdentifier=\"S\"/>"));
        assertEquals(
                "it has no right answer",
                body(
                        "<p>x</p><choiceInteraction responseIdentifier=\"R\"><simpleChoice identifier=\"a\">a</simpleChoice></choiceInteraction>"));
    }

    @Test
    void aPackageNamesItsItemsAndOnlyWhatItHolds() throws IOException {
        List<Importer.Item> items = Imports.of(
                QuizFormat.QTI,
                Zips.of(Map.of(
                        "imsmanifest.xml",
                        Zips.manifest(
                                "a.xml", "../a.xml", "javascript:alert(1)", "http://example.com/a.xml", "broken.xml"),
                        "a.xml",
                        Imports.sample("choice.qti21.xml"),
                        "broken.xml",
                        "<assessmentItem>".getBytes(StandardCharsets.UTF_8))));
        assertEquals(5, items.size());
        assertEquals(1, items.stream().filter(i -> i.question().isPresent()).count());
        assertEquals(List.of("the package has no such file"), items.get(2).remarks());
        assertEquals(List.of("this is not XML, from line 1"), items.get(4).remarks());
    }

    @Test
    void aPackageWithoutItemsOrManifestIsUnreadable() {
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.QTI, Zips.of(Map.of("a.xml", new byte[0]))));
        assertThrows(
                Unreadable.class,
                () -> Imports.of(QuizFormat.QTI, Zips.of(Map.of("imsmanifest.xml", Zips.manifest()))));
    }

    private static String body(String body) throws IOException {
        return Imports.why(QuizFormat.QTI, OPEN + "<itemBody>" + body + "</itemBody></assessmentItem>");
    }

    private static List<Importer.Item> packaged(String item, byte[] picture) throws IOException {
        return Imports.of(
                QuizFormat.QTI,
                Zips.of(Map.of(
                        "imsmanifest.xml",
                        Zips.manifest("items/a.xml"),
                        "items/a.xml",
                        item.getBytes(StandardCharsets.UTF_8),
                        "items/p.svg",
                        picture)));
    }
}
