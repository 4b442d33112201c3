package auditorium.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {

    /** 1 × 1, lossless: the smallest WebP there is. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out));
        return out.toByteArray();
    }

    private static BufferedImage opened(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static Path zip(Path folder, String... names) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(bytes("<x/>"));
            }
        }
        return file;
    }

    @Test
    void theFirstBytesDecideAndNotWhatAFileSaysAboutItself() throws IOException {
        assertEquals(Optional.of(FileKind.JPEG), FileKind.of(picture("jpeg", 3, 3)));
        assertEquals(Optional.of(FileKind.PNG), FileKind.of(picture("png", 3, 3)));
        assertEquals(Optional.of(FileKind.WEBP), FileKind.of(WEBP));
        assertEquals(Optional.of(FileKind.PDF), FileKind.of(bytes("%PDF-1.7\n")));
        for (String other :
                new String[] {"", "GIF89a", "<svg xmlns=''/>", "<html>", "RIFFxxxxAVI ", "PK\3\4", "MZ", "%PD"}) {
            assertEquals(Optional.empty(), FileKind.of(bytes(other)), other);
        }
    }

    @Test
    void anIphonesPhotoIsToldApartSoThatTheWordsHelp() {
        for (String brand : new String[] {"heic", "heix", "mif1", "hevc"}) {
            assertTrue(FileKind.heic(bytes("\0\0\0\30ftyp" + brand + "\0\0\0\0")), brand);
        }
        assertFalse(FileKind.heic(bytes("\0\0\0\30ftypisom\0\0\0\0")));
        assertFalse(FileKind.heic(bytes("ftyp")));
    }

    @Test
    void aPictureIsDrawnAnewAndWhatWasBehindItsEndIsGone() throws IOException {
        byte[] photo = picture("jpeg", 40, 20);
        byte[] loaded = Arrays.copyOf(photo, photo.length + 60);
        System.arraycopy(bytes("PK\3\4 GPS 31.2304N <script>alert(1)</script>"), 0, loaded, photo.length, 42);
        byte[] kept = Redrawing.of(FileKind.JPEG, loaded);
        assertEquals(40, opened(kept).getWidth());
        assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("script"));
        assertEquals(Optional.of(FileKind.JPEG), FileKind.of(kept));
        assertEquals(1, opened(Redrawing.of(FileKind.WEBP, WEBP)).getWidth());
    }

    @Test
    void aLargePictureIsMadeSmallerAndAHugeOneIsRefusedBeforeItIsDecoded() throws IOException {
        assertEquals(
                2048,
                opened(Redrawing.of(FileKind.PNG, picture("png", 5000, 100))).getWidth());
        byte[] huge = picture("png", 2, 2);
        // its header now claims 50,000 x 50,000
        huge[18] = huge[22] = (byte) 0xC3;
        huge[19] = huge[23] = 0x50;
        assertThrows(Redrawing.TooLarge.class, () -> Redrawing.of(FileKind.PNG, huge));
    }

    @Test
    void aBrokenPictureIsRefused() throws IOException {
        byte[] cut = Arrays.copyOf(picture("png", 60, 40), 40);
        assertThrows(IOException.class, () -> Redrawing.of(FileKind.PNG, cut));
        assertThrows(IOException.class, () -> Redrawing.of(FileKind.WEBP, Arrays.copyOf(WEBP, 20)));
    }

    @Test
    void officeFilesAreKnownByWhatIsInThemAndThoseWithProgramsAreNot(@TempDir Path folder) throws IOException {
        String types = "[Content_Types].xml";
        assertEquals(Optional.of(FileKind.XLSX), OfficeFile.kind(zip(folder, types, "xl/workbook.xml")));
        assertEquals(Optional.of(FileKind.DOCX), OfficeFile.kind(zip(folder, types, "word/document.xml")));
        assertEquals(Optional.empty(), OfficeFile.kind(zip(folder, types, "xl/workbook.xml", "xl/vbaProject.bin")));
        assertEquals(Optional.empty(), OfficeFile.kind(zip(folder, "word/document.xml")));
        assertEquals(Optional.empty(), OfficeFile.kind(zip(folder, types, "evil.html")));
        Path noZip = Files.write(folder.resolve("x"), bytes("PK\3\4 and nothing more"));
        assertEquals(Optional.empty(), OfficeFile.kind(noZip));
    }

    @Test
    void aNameIsSafeInAHeaderAndOnEveryDisk() {
        assertEquals("vil.jpg", FileBox.safeName("../../e/vil.png", FileKind.PNG));
        assertEquals("消防演练.pdf", FileBox.safeName("C:\\a\\消防演练.exe", FileKind.PDF));
        assertEquals("file.jpg", FileBox.safeName("\u202e\r\n\"", FileKind.JPEG));
        assertArrayEquals(bytes("x.xlsx"), bytes(FileBox.safeName("x.xlsm", FileKind.XLSX)));
    }
}
