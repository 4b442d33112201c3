package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's rehearsal, and that what it leaves behind is used when it fits and passed over when it does not. */
class QuickStartIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void itTakesTheLauncherAndJavaTwentyFive() {
        assumeTrue(Launcher.rehearses());
    }

    private static List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(f -> f.toString().endsWith(".aot")).toList();
        }
    }

    /** Whether Java took our classes from the cache. */
    private boolean quick() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Launcher.Ended version = Launcher.run("-Xlog:class+load:file=" + loaded, "--version");
        assertEquals(0, version.code(), version.said());
        assertTrue(version.said().startsWith("auditorium "), version.said());
        return Files.readString(loaded).contains("auditorium.Auditorium source: shared objects file");
    }

    @Test
    void aRehearsalMakesStartsQuickAndABrokenCacheStopsNone() throws Exception {
        Launcher.Ended rehearsal = Launcher.rehearse();
        assertEquals(0, rehearsal.code(), rehearsal.said() + Files.readString(Path.of("target", "rehearsal.log")));
        assertEquals(1, caches().size());
        assertTrue(Files.notExists(Path.of("target", "rehearsal")), "its database is gone");
        assertTrue(quick(), "the cache is used");

        Path cache = caches().get(0);
        byte[] good = Files.readAllBytes(cache);
        try {
            for (byte[] bad : List.of(
                    new byte[0], "nonsense".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(good, good.length / 2))) {
                Files.write(cache, bad);
                assertTrue(!quick(), "a broken cache is passed over");
            }
        } finally {
            Files.write(cache, good);
        }
        assertTrue(quick());
    }
}
