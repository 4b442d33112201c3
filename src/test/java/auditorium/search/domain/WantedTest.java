package auditorium.search.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Words in two languages: how they are cut, asked for, and found in a text again. */
class WantedTest {

    private static final String LETTERS = "ab Zé'\"\\%_*&|!()<>-:;封条消防验厂第1２３，。<script>\n\t\u0000\ud83d\ude00𠮷ßİ";

    private static String query(String typed) {
        return Wanted.of(typed).query();
    }

    private static String vector(String text) {
        return Passage.vector(List.of(new Passage(text, 'D'))).strip();
    }

    private static String marked(String text, String typed) {
        return Snippet.of(text, Wanted.of(typed), 1_000).parts().stream()
                .map(p -> p.found() ? "[" + p.text() + "]" : p.text())
                .collect(Collectors.joining());
    }

    private static String anything(RandomGenerator random, int longest) {
        return random.ints(random.nextInt(longest), 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    @Test
    void chineseIsIndexedByPairsAndTheLastCharacter() {
        String vector = vector("消防演练");
        for (String token : List.of("'消防':1", "'防演':2", "'演练':3", "'练':4")) {
            assertTrue(vector.contains(token), vector);
        }
        assertTrue(vector("第 54 条").contains("'54':2"));
        assertEquals(vector("ISO 9001"), vector("ｉｓｏ９００１"), "full and half width are the same");
        assertEquals(
                "'seal':1A,3",
                Passage.vector(List.of(new Passage("Seal", 'A'), new Passage("seal", 'D')))
                        .strip());
    }

    @Test
    void aQueryAsksForNeighboursAndForTheBeginningOfWords() {
        assertEquals("('消防')", query("消防"));
        assertEquals("('消防' <1> '防演' <1> '演练')", query("消防演练"));
        assertEquals("('消':*)", query("消"));
        assertEquals("('train':*)", query("Train"));
        assertEquals("('seal':*)", query("seals"));
        assertEquals("('c' <1> 'tpat':*) & ('封条')", query("C-TPAT  封条"));
        assertEquals("('第':* <1> '54' <1> '条':*)", query("第54条"));
        assertEquals("('演练' <2> 'drill':*)", query("演练drill"));
        assertEquals("('sc' <1> '22')", query("sc22"));
    }

    @Test
    void signsAloneAskForNothingAndNothingTypedBreaksTheQuery() {
        for (String signs : List.of("", "   ", "'", "\\", "%_%", "!&|()<->:*", "’“”、。", "\u0000\u0001")) {
            assertTrue(Wanted.of(signs).isEmpty(), signs);
        }
        assertEquals("('pg' <1> 'sleep' <1> '5')", query("'||pg_sleep(5)||'"));
        assertEquals(100, Wanted.of("封".repeat(10_000)).typed().length());
        assertTrue(Wanted.of(null).isEmpty());
        Cases.forAll(random -> anything(random, 40), typed -> {
            Wanted wanted = Wanted.of(typed);
            if (!wanted.isEmpty()) {
                String bare = wanted.query().replaceAll("'[\\p{L}\\p{N}\\p{M}]+'(:\\*)?", "x");
                assertTrue(bare.matches("[x ()&<>0-9]+"), "a sign of what was typed got in: " + wanted.query());
            }
        });
    }

    @Test
    void whatIsFoundIsMarkedAsItStandsInTheText() {
        assertEquals("每月一次[消防演练]。", marked("每月一次消防演练。", "消防演练"));
        assertEquals("[C-TPAT] 要求[封条]", marked("C-TPAT 要求封条", "c-tpat 封条"));
        assertEquals("[Training] is due, [trained] people", marked("Training is due, trained people", "train"));
        assertEquals("nothing here: restrain", marked("nothing here: restrain", "train"));
        assertEquals("[第 54 条]报告", marked("第 54 条报告", "第54条"));
        assertEquals("[ＩＳＯ　９００１]认证", marked("ＩＳＯ　９００１认证", "iso9001"));
        assertEquals("540 元", marked("540 元", "54"));
        assertEquals("<b>[封条]</b>", marked("<b>封条</b>", "封条"), "markup stays the text that it is");
    }

    @Test
    void aSnippetStandsAroundTheFirstPlace() {
        String text = "开头的一句话。".repeat(20) + "这里说的是封条的事。" + "结尾的一句话。".repeat(20);
        Snippet snippet = Snippet.of(text, Wanted.of("封条"), 40);
        assertTrue(snippet.found());
        assertEquals("…", snippet.parts().get(0).text());
        assertEquals("这里说的是", snippet.parts().get(1).text());
        assertTrue(snippet.parts().get(2).found());
        assertEquals("…", snippet.parts().getLast().text());
        assertFalse(Snippet.of(text, Wanted.of("没有"), 40).found());
        Cases.forAll(random -> List.of(anything(random, 300), anything(random, 6)), pair -> {
            String whole = pair.get(0);
            String joined = Snippet.of(whole, Wanted.of(pair.get(1)), 20).parts().stream()
                    .map(Snippet.Part::text)
                    .filter(t -> !t.equals("…"))
                    .collect(Collectors.joining());
            assertTrue(whole.contains(joined), joined);
        });
    }

    @Test
    void thePartsOfAnUncutTextAreTheTextAgain() {
        Cases.forAll(
                random -> List.of(anything(random, 80), anything(random, 5)),
                pair -> assertEquals(
                        pair.get(0),
                        Snippet.of(pair.get(0), Wanted.of(pair.get(1)), 10_000).parts().stream()
                                .map(Snippet.Part::text)
                                .collect(Collectors.joining())));
    }
}
