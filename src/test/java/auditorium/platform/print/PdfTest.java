package auditorium.platform.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents on paper: every glyph is in them, and nothing of this machine is. */
class PdfTest {

    private final Pdf pdf = new Pdf();

    private static String page(String body) {
        return "<html lang=\"zh-CN\"><head><title>考题</title><meta name=\"subject\" content=\"考题\"/><style>"
                + "html { font-family: 'Noto Sans SC' } @page { size: A4; margin: 20mm;"
                + " @bottom-right { content: \"第 \" counter(page) \" 页 / 共 \" counter(pages) \" 页\" } }"
                + "</style></head><body>" + body + "</body></html>";
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    @Test
    void chineseComesOutAsChineseInBothWeights() throws IOException {
        String name = "王喆玥、欧阳祎珺、繁體字";
        byte[] bytes = pdf.render(page("<h1>验厂学堂：封条 VVTT</h1><p>" + name + "</p><p><b>粗体也有字，繁體也有</b></p>"));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = text(document);
            assertTrue(text.contains("验厂学堂：封条 VVTT"), text);
            assertTrue(text.contains(name), text);
            assertTrue(text.contains("粗体也有字，繁體也有"), text);
            assertTrue(text.contains("第 1 页 / 共 1 页"), text);
            assertFalse(text.contains("#"), text);
            Set<String> weights = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    PDFont found = page.getResources().getFont(font);
                    assertTrue(found.isEmbedded(), found.getName());
                    weights.add(found.getName().replaceAll(".*-", ""));
                }
            }
            assertEquals(Set.of("Bold", "Regular"), weights);
        }
        assertTrue(bytes.length < 200_000, bytes.length + " bytes: only the glyphs that are used belong in it");
    }

    @Test
    void aDocumentSaysForTheArchiveAndForScreenReadersWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(page("<h1>标题</h1><p>文字</p>")))) {
            String metadata = new String(
                    document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(metadata.contains("pdfaid"), metadata);
            assertTrue(metadata.contains("pdfuaid"), metadata);
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void aPictureFromThisMachineIsNotReadIntoADocument(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret.png");
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", secret.toFile());
        assertTrue(Files.size(secret) > 0);
        byte[] bytes = pdf.render(page("<p>x</p><img alt=\"x\" src=\"" + secret.toUri() + "\"/>"
                + "<img alt=\"x\" src=\"http://127.0.0.1:9/x.png\"/>"));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (COSName object : document.getPage(0).getResources().getXObjectNames()) {
                assertFalse(document.getPage(0).getResources().isImageXObject(object));
            }
        }
    }

    @Test
    void whatNoFontHasIsNamedAndWhatXmlCannotSayIsLeftOut() throws IOException {
        assertEquals(Set.of("😀", "☑"), Pdf.lacking("王喆 😀 ✓ × □ ■ ☑ café “x” 😀"));
        try (PDDocument document = Loader.loadPDF(pdf.render(page("<p>a\u0001b\ud800c\uffffd</p>")))) {
            assertTrue(text(document).contains("abcd"), text(document));
        }
    }

    @Test
    void aPictureHasItsColoursAndItsNumbersWithoutAnyInstalledFont() throws IOException {
        String svg = "<svg class=\"art\" role=\"img\" aria-label=\"门 &amp; 窗\" viewBox=\"0 0 360 220\">"
                + "<rect class=\"a-red a-line\" x=\"0\" y=\"0\" width=\"180\" height=\"220\"></rect>"
                + "<circle class=\"a-num\" cx=\"300\" cy=\"100\" r=\"60\"></circle>"
                + "<text class=\"a-num-text\" x=\"300\" y=\"105.2\">8</text></svg>";
        String ready = PrintedPicture.inHtml("<p>x</p>" + svg + "<p>y</p>", 90);
        assertTrue(ready.startsWith("<p>x</p><svg ") && ready.endsWith("</svg><p>y</p>"), ready);
        assertTrue(ready.contains("alt=\"门 &amp; 窗\""), ready);
        assertTrue(ready.contains("width:90.0mm;height:55.0mm"), ready);
        assertTrue(ready.contains("fill=\"#c8321f\" ") || ready.contains("fill=\"#c8321f\">"), ready);
        assertFalse(ready.contains("<text") || ready.contains("class="), ready);
        try (PDDocument document = Loader.loadPDF(pdf.render(page(ready)))) {
            BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(0, 72);
            int red = 0;
            for (int x = 0; x < drawn.getWidth(); x++) {
                for (int y = 0; y < drawn.getHeight(); y++) {
                    red += (drawn.getRGB(x, y) & 0xffffff) == 0xc8321f ? 1 : 0;
                }
            }
            assertTrue(red > 10_000, red + " red points");
        }
    }
}
