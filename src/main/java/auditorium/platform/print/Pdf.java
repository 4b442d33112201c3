package auditorium.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ServiceUnavailableException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes a PDF of a page: PDF/A-2a for the archive and PDF/UA-1 for screen readers, with Chinese glyphs embedded and nothing fetched
 * from anywhere. The page is XHTML, best made by a template that includes {@code layout/document}: closed tags, {@code lang},
 * {@code title}, {@code alt} on each picture, no flexbox or grid. Its pictures are {@link PrintedPicture}s or {@code data:} images.
 */
@ApplicationScoped
public class Pdf {

    private static final Logger LOG = Logger.getLogger(Pdf.class);

    /** Characters of XHTML from which a document counts as big, some 60 pages: one needs up to 400 MB while it is made. */
    private static final int BIG = 400_000;

    private static final int MINUS = 0x2212;
    private static final int DASH = 0x2013;
    private static final int AT_ONCE = 3;
    private static final long PATIENCE_SECONDS = 30;
    private static final int MOST_REMEMBERED = 1_000;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final Semaphore big = new Semaphore(1, true);
    private final Set<String> saidLacking = ConcurrentHashMap.newKeySet();

    /** The first document costs a second: it is made in vain, a little after the start, so that nobody waits for it. */
    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Thread.ofPlatform().name("pdf-warm-up").daemon().start(() -> {
                try {
                    TimeUnit.SECONDS.sleep(8);
                    render("<html lang=\"zh\"><head><title>0</title><meta name=\"subject\" content=\"0\"/></head>"
                            + "<body><p>验厂 <b>学堂</b></p></body></html>");
                } catch (InterruptedException leaving) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /**
     * The document's bytes. They differ from call to call by date and id: keep them, or a hash of the data, but never compare them.
     *
     * @throws ServiceUnavailableException when others keep the printer busy for half a minute
     */
    public byte[] render(String xhtml) {
        String text = printable(xhtml);
        sayWhatIsLacking(text);
        Semaphore gate = text.length() > BIG ? big : all;
        if (!entered(gate)) {
            throw new ServiceUnavailableException(PATIENCE_SECONDS);
        }
        try {
            return run(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            gate.release();
        }
    }

    private static boolean entered(Semaphore gate) {
        try {
            return gate.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] run(String xhtml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        useFont(pdf, Face.regular(), 400, FSFontUseCase.DOCUMENT);
        useFont(pdf, Face.bold(), 700, FSFontUseCase.DOCUMENT);
        // apart from the first, or the document would have no regular weight at all
        useFont(pdf, Face.regular(), 400, FSFontUseCase.FALLBACK_FINAL);
        // without this a file:// picture would be read into the document
        pdf.useExternalResourceAccessControl(
                (uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        pdf.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        pdf.usePdfUaAccessibility(true);
        pdf.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        pdf.withProducer("Auditorium");
        try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
            pdf.useSVGDrawer(svg);
            pdf.withHtmlContent(xhtml, null);
            pdf.toStream(bytes);
            pdf.run();
        }
        return bytes.toByteArray();
    }

    private static void useFont(PdfRendererBuilder pdf, Face face, int weight, FSFontUseCase use) {
        pdf.useFont(face::stream, "Noto Sans SC", weight, FontStyle.NORMAL, true, EnumSet.of(use));
    }

    /** The characters of a name or text that no font of ours has, each once: on paper they would be a “#”. */
    public static Set<String> lacking(String text) {
        return text.codePoints()
                .map(Pdf::standIn)
                .filter(c -> c > 0x7e
                        && !Character.isISOControl(c)
                        && !Face.regular().draws(c))
                .mapToObj(Character::toString)
                .collect(Collectors.toSet());
    }

    private void sayWhatIsLacking(String text) {
        lacking(text).stream()
                .filter(c -> saidLacking.size() < MOST_REMEMBERED && saidLacking.add(c))
                .forEach(c -> LOG.warnf(
                        "no font has the character U+%04X: it stands as # in a document", (Integer) c.codePointAt(0)));
    }

    /** The font has no minus; on paper the dash of the same width stands for it. */
    private static int standIn(int character) {
        return character == MINUS ? DASH : character;
    }

    /** What XML has no way to say, such as a control character that somebody pasted into a name, is left out. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c < 0xd800)
                        || (c >= 0xe000 && c < 0xfffe)
                        || c >= 0x10000)
                .map(Pdf::standIn)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
