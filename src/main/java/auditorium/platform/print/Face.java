package auditorium.platform.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One weight of the font that documents embed. Read once, when it is first wanted, and kept: 11 MB for both. */
final class Face {

    private final byte[] bytes;
    private final TrueTypeFont font;
    private final CmapLookup characters;

    private Face(String file) {
        try (InputStream in = Face.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing");
            }
            bytes = in.readAllBytes();
            font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            characters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 21,000 Han characters, simplified and traditional. */
    static Face regular() {
        return Regular.FACE;
    }

    /** The 8,230 of daily use and of names; what it lacks is drawn from {@link #regular()}, thickened. */
    static Face bold() {
        return Bold.FACE;
    }

    private static final class Regular {
        static final Face FACE = new Face("NotoSansSC-Regular.ttf");
    }

    private static final class Bold {
        static final Face FACE = new Face("NotoSansSC-Bold.ttf");
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    boolean draws(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /**
     * The text as an outline in the path language of SVG.
     *
     * @param x where it starts, is centred or ends, by {@code anchor}
     * @param y the base line
     * @param size the height of the letters' square, in the picture's units
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    String outline(String text, double x, double y, double size, String anchor) {
        try {
            double scale = size / font.getUnitsPerEm();
            int[] glyphs = text.codePoints().map(characters::getGlyphId).toArray();
            double width = 0;
            for (int glyph : glyphs) {
                width += font.getAdvanceWidth(glyph) * scale;
            }
            double at = switch (anchor) {
                case "middle" -> x - width / 2;
                case "end" -> x - width;
                default -> x;
            };
            StringBuilder out = new StringBuilder();
            for (int glyph : glyphs) {
                var drawn = font.getGlyph().getGlyph(glyph);
                if (drawn != null) {
                    GeneralPath path = drawn.getPath();
                    append(path.getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, y)), out);
                }
                at += font.getAdvanceWidth(glyph) * scale;
            }
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(PathIterator path, StringBuilder out) {
        double[] p = new double[6];
        for (; !path.isDone(); path.next()) {
            int points = switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> letter('M', 1, out);
                case PathIterator.SEG_LINETO -> letter('L', 1, out);
                case PathIterator.SEG_QUADTO -> letter('Q', 2, out);
                case PathIterator.SEG_CUBICTO -> letter('C', 3, out);
                default -> letter('Z', 0, out);
            };
            for (int i = 0; i < 2 * points; i++) {
                out.append(i == 0 ? "" : " ").append(Math.round(p[i] * 100) / 100.0);
            }
        }
    }

    private static int letter(char letter, int points, StringBuilder out) {
        out.append(letter);
        return points;
    }
}
