package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/asvs.csv and docs/attacks.csv name tests; this one looks whether they are there. */
class ListedTestsTest {

    private static final Set<String> STATES = Set.of("met", "partly", "not met", "not applicable");

    private static List<CsvRecord> lines(String file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(Path.of("docs", file))) {
            return csv.stream().skip(1).toList();
        }
    }

    /** All test classes by their simple name, and their tests as {@code Class.method}. */
    private static Set<String> tests() {
        Set<String> tests = new HashSet<>();
        for (JavaClass c : new ClassFileImporter().importPath(Path.of("target", "test-classes", "auditorium"))) {
            for (JavaMethod m : c.getMethods()) {
                if (m.isAnnotatedWith(Test.class) || m.isAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")) {
                    tests.add(c.getSimpleName());
                    tests.add(c.getSimpleName() + "." + m.getName());
                }
            }
        }
        return tests;
    }

    private static List<String> missing(List<CsvRecord> lines, int column) {
        Set<String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (CsvRecord line : lines) {
            for (String test : line.getField(column).strip().split("\\s+", -1)) {
                if (!test.isEmpty() && !tests.contains(test)) {
                    missing.add(line.getField(0) + ": " + test);
                }
            }
        }
        return missing;
    }

    @Test
    @DisplayName("Every test that docs/asvs.csv names is there, and every requirement has one of four states")
    void everyTestOfTheStandardIsThere() throws IOException {
        List<CsvRecord> lines = lines("asvs.csv");
        assertEquals(List.of(), missing(lines, 5));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(l -> !STATES.contains(l.getField(3))
                                || !l.getField(0).matches("V\\d+\\.\\d+\\.\\d+"))
                        .map(l -> l.getField(0))
                        .toList());
        assertEquals(
                lines.size(), lines.stream().map(l -> l.getField(0)).distinct().count());
        assertTrue(lines.size() == 253, lines.size() + " requirements of levels 1 and 2");
    }

    @Test
    @DisplayName("Every test that docs/attacks.csv names is there")
    void everyTestOfTheAttacksIsThere() throws IOException {
        List<CsvRecord> lines = lines("attacks.csv");
        assertEquals(List.of(), missing(lines, 2));
        assertTrue(lines.stream().noneMatch(l -> l.getField(2).isBlank()));
    }
}
