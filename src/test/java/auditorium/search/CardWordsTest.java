package auditorium.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a card says, as a search shows it. */
class CardWordsTest {

    @Test
    void pictureAndTagsGoAndLinesStay() {
        assertEquals(
                "客户来验厂。\n门 <开>\n窗\n时间 · 做什么\n9:00 · “A & B”",
                CardWords.of(
                        "<p><svg class=\"art\" aria-label=\"x\"><path d=\"\"/></svg></p>\n<p>客户来<strong>验厂</strong>。</p>\n"
                                + "<ul>\n<li>门 &lt;开&gt;</li>\n<li>窗</li>\n</ul>\n<table><thead><tr><th>时间</th>\n<th>做什么</th></tr></thead>"
                                + "<tbody><tr><td>9:00</td>\n<td>“A &amp; B”</td></tr></tbody></table>"));
    }
}
