package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildTest {

    @Test
    void everySheetAndScriptIsPartOfTheBuildsNameSoThatNoPhoneKeepsAnOldOne() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/resources"))) {
            TreeSet<String> there =
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            there.add("sw.js");
            assertEquals(there, new TreeSet<>(Build.FILES));
        }
    }
}
