package auditorium.lists;

import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.Catalogue;
import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.lists.domain.Resemblance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a line of a customer's list finds its requirement, on a hundred lines that were written before anything was measured. */
class SuggestionTest {

    private static final Catalogue CATALOGUE =
            new CatalogueLoader(Path.of("."), LocalDate.of(2026, 11, 22)).read(new ContentReport());

    @Test
    void mostLinesFindTheirRequirementAndWhatIsTickedIsNearlyAlwaysRight() throws IOException {
        Resemblance resemblance = ListWork.resemblance(CATALOGUE);
        List<String[]> lines = Files.readAllLines(Path.of("src/test/resources/lists/lines.tsv")).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t", 2))
                .toList();
        int first = 0;
        int among = 0;
        int ticked = 0;
        int right = 0;
        for (String[] line : lines) {
            List<Resemblance.Like> like = resemblance.like(line[1], ListWork.MOST_SUGGESTED, ListWork.LEAST_PERCENT);
            boolean isFirst = !like.isEmpty() && like.get(0).key().equals(line[0]);
            boolean isTicked = !like.isEmpty() && like.get(0).percent() >= ListLinePages.LIKELY;
            first += isFirst ? 1 : 0;
            among += like.stream().anyMatch(l -> l.key().equals(line[0])) ? 1 : 0;
            ticked += isTicked ? 1 : 0;
            right += isTicked && isFirst ? 1 : 0;
        }
        String found = lines.size() + " lines: " + first + " found first, " + among + " among three; " + ticked
                + " ticked, " + right + " of them rightly";
        System.out.println(found);
        assertTrue(first >= 76 && among >= 85, found);
        assertTrue(ticked >= 45 && right >= 0.92 * ticked, found);
    }
}
