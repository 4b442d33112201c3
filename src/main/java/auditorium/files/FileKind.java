package auditorium.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What may be attached, told by the first bytes. */
enum FileKind {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    PDF("application/pdf", ".pdf");

    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.82f;
    /** A large photo needs some 100 MB while it is made anew: two at a time. */
    private static final Semaphore PLACES = new Semaphore(2, true);

    static {
        ImageIO.setUseCache(false);
    }

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static Optional<FileKind> of(byte[] b) {
        if (b.length > 3 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8 && (b[2] & 0xFF) == 0xFF) {
            return Optional.of(JPEG);
        }
        if (b.length > 8 && (b[0] & 0xFF) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G' && b[4] == '\r') {
            return Optional.of(PNG);
        }
        if (b.length > 5 && b[0] == '%' && b[1] == 'P' && b[2] == 'D' && b[3] == 'F' && b[4] == '-') {
            return Optional.of(PDF);
        }
        return Optional.empty();
    }

    /** Every picture is kept as a JPEG made here. */
    String mediaType() {
        return this == PDF ? mediaType : JPEG.mediaType;
    }

    String ending() {
        return this == PDF ? ending : JPEG.ending;
    }

    /**
     * A picture drawn anew, upright and at most 2048 pixels a side: place, names and whatever was hidden in it are gone. Empty when it
     * can't be drawn. A PDF stays as it is; it is only ever handed out as a download.
     */
    Optional<byte[]> cleaned(byte[] given) {
        if (this == PDF) {
            return Optional.of(given);
        }
        PLACES.acquireUninterruptibly();
        try {
            return Optional.of(redrawn(given));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // decoders throw all kinds of things for broken pictures
        } finally {
            PLACES.release();
        }
    }

    private byte[] redrawn(byte[] given) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(given))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new IOException("too many pixels");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            how.setSourceSubsampling(step, step, 0, 0);
            return written(upright(reader.read(0, how), this == JPEG ? Exif.orientation(given) : 1));
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
