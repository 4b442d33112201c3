package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.platform.tables.SafeZip;
import auditorium.platform.tables.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HT22 and HT23. */
class HostileZipTest {

    private static final long MOST = 64L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void namesThatLeadOutOfThePackageAreRefused() {
        for (String name : List.of(
                "../x",
                "a/../../x",
                "/x",
                "C:\\x",
                "C:x",
                "a\\..\\x",
                "a\\b",
                "..",
                "a/..",
                "x\0.xml",
                "a\nb",
                "./x")) {
            refused("unsafe name", Zips.of(Map.of(name, new byte[1])));
        }
    }

    @Test
    void twoFilesOfOneNameAreRefusedEvenWhenOnlyLettersDiffer() {
        refused("two files", Zips.of(Map.of("a/B.xml", new byte[1], "A/b.xml", new byte[1])));
    }

    @Test
    void linksAreRefused() {
        byte[] zip = Zips.of(Map.of("link", "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
        int directory = find(zip, 0x02014b50);
        zip[directory + 5] = 3; // made by Unix
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 38, 0xA1FF << 16);
        refused("a link", zip);
    }

    @Test
    void bombsStopByCountedBytes() {
        byte[] zeros = new byte[32 * 1024 * 1024];
        refused("times its size", Zips.of(Map.of("zeros", zeros)));
        byte[] honest = Zips.of(Map.of("zeros", zeros));
        int directory = find(honest, 0x02014b50);
        ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 10); // says: 10 bytes
        assertThrows(IOException.class, () -> open(honest));
        Map<String, byte[]> many = new LinkedHashMap<>();
        byte[] noise = new byte[1024 * 1024];
        for (int i = 0; i < 70; i++) {
            new java.util.Random(i).nextBytes(noise);
            many.put("noise" + i, noise.clone());
        }
        refused("more than 64 MB", Zips.of(many));
    }

    @Test
    void filesThatLieWithinEachOtherAreRefused() {
        byte[] zip = Zips.of(Map.of("a", new byte[2000], "b", new byte[2000]));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = find(zip, 0x02014b50);
        int second = first + 46 + 1;
        bytes.putInt(second + 42, bytes.getInt(first + 42)); // both at the same place
        refused("within each other", zip);
    }

    @Test
    void tooManyEntriesAreRefusedBeforeAnyIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 200_001; i++) {
                zip.putNextEntry(new ZipEntry("" + i));
            }
        }
        refused("too many files", out.toByteArray());
    }

    @Test
    void whatIsCutOrNoZipAtAllIsRefused() {
        byte[] zip = Zips.of(Map.of("a", new byte[2000]));
        for (int length : new int[] {0, 2, 21, 40, zip.length - 1}) {
            assertThrows(IOException.class, () -> open(java.util.Arrays.copyOf(zip, length)));
        }
        for (int i = 0; i < zip.length; i++) {
            byte[] broken = zip.clone();
            broken[i] ^= 0x5A;
            try {
                open(broken);
            } catch (IOException e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
            }
        }
    }

    @Test
    void namesInChineseAreReadInBothCharsets() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out, charset)) {
                zip.putNextEntry(new ZipEntry("题目/封条.xml"));
                zip.write(1);
            }
            assertEquals(Set.of("题目/封条.xml"), open(out.toByteArray()));
        }
    }

    @Test
    void anArchiveWithinAnArchiveIsNeverUnpacked() throws IOException {
        byte[] inner = Zips.of(Map.of("imsmanifest.xml", Zips.manifest("a.xml")));
        List<Importer.Item> items = Imports.of(
                QuizFormat.QTI, Zips.of(Map.of("imsmanifest.xml", Zips.manifest("inner.zip"), "inner.zip", inner)));
        assertTrue(items.getFirst().question().isEmpty());
    }

    private void refused(String why, byte[] zip) {
        String message = "" + assertThrows(Unreadable.class, () -> open(zip)).getMessage();
        assertTrue(message.contains(why), message);
    }

    private Set<String> open(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("x.zip"), zip);
        try (SafeZip safe = SafeZip.open(file, MOST)) {
            return Set.copyOf(safe.names());
        }
    }

    private static int find(byte[] zip, int signature) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 4; i++) {
            if (bytes.getInt(i) == signature) {
                return i;
            }
        }
        throw new AssertionError("no such signature");
    }
}
