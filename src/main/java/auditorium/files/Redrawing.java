package auditorium.files;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a picture anew, upright and at most {@value #LONGEST_SIDE} pixels a side: place, names and whatever was hidden in it or behind
 * its end are gone.
 */
final class Redrawing {

    static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.82f;
    /** A large photo needs some 100 MB while it is made anew: two at a time. */
    private static final Semaphore PLACES = new Semaphore(2, true);

    static {
        ImageIO.setUseCache(false);
    }

    /** It has more pixels than can be opened here; nothing of it was decoded. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private Redrawing() {}

    /**
     * The picture as a JPEG.
     *
     * @throws TooLarge when it has more pixels than its kind may have
     * @throws IOException when it can't be decoded
     */
    static byte[] of(FileKind kind, byte[] given) throws IOException {
        return of(kind, given, kind.mostPixels());
    }

    /** The same, with another limit of pixels. */
    static byte[] of(FileKind kind, byte[] given, long mostPixels) throws IOException {
        PLACES.acquireUninterruptibly();
        try {
            return drawn(kind, given, mostPixels);
        } catch (RuntimeException e) {
            throw new IOException(e); // decoders throw all kinds of things for broken pictures
        } finally {
            PLACES.release();
        }
    }

    private static byte[] drawn(FileKind kind, byte[] given, long mostPixels) throws IOException {
        ImageReader reader = kind == FileKind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(kind.sentAs()).next();
        try (ImageInputStream in = new PictureInput(given)) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                throw new TooLarge();
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            how.setSourceSubsampling(step, step, 0, 0);
            return written(upright(reader.read(0, how), kind == FileKind.JPEG ? Exif.orientation(given) : 1));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage raw, int orientation) {
        double w = raw.getWidth();
        double h = raw.getHeight();
        boolean turned = orientation >= 5;
        double scale = Math.min(1, LONGEST_SIDE / Math.max(w, h));
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        turn.preConcatenate(AffineTransform.getScaleInstance(scale, scale));
        BufferedImage out = new BufferedImage(
                (int) Math.max(1, (turned ? h : w) * scale),
                (int) Math.max(1, (turned ? w : h) * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(raw, turn, null);
        g.dispose();
        return out;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
