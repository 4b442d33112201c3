package auditorium.library;

import auditorium.library.content.Area;
import auditorium.library.content.Standard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads all content of a folder. It never throws for bad content: every problem is a line in the report. */
public final class CatalogueLoader {

    private final Path root;
    private final LocalDate today;

    /**
     * {@code root} is the folder that holds {@code courses}, {@code quizzes} and {@code checklists}; {@code today} decides which
     * laws are due for review.
     */
    public CatalogueLoader(Path root, LocalDate today) {
        this.root = root;
        this.today = today;
    }

    /** The catalogue as far as it could be read; publish it only if the report says so. */
    public Catalogue read(ContentReport report) {
        References references = new References();
        Catalogue catalogue = read(report, references);
        WholeChecks.due(catalogue.laws(), references.laws(), today, report);
        return catalogue;
    }

    /** The same without what depends on the day; {@code references} then knows where everything stands. */
    Catalogue read(ContentReport report, References references) {
        ContentFiles files = new ContentFiles(root, report);
        Pictures pictures = new Pictures(files, report);
        WholeChecks whole = new WholeChecks(report, references);
        ChecklistReader checklists = new ChecklistReader(files, report, references);
        ChecklistReader.Areas areas = checklists.areas();
        Map<String, Standard> standards = checklists.standards();
        Catalogue catalogue = new Catalogue(new Catalogue.Parts(
                areas,
                checklists.tasks(),
                checklists.laws(),
                standards,
                new RatingReader(files)
                        .ratings(standards, areas.areas().stream().map(Area::id).collect(Collectors.toSet())),
                checklists.places(),
                checklists.causes(),
                checklists.statements(),
                checklists.glossary(),
                new CourseReader(files, pictures, report, new LessonChecks(report, references)).courses(),
                new QuizReader(files, pictures, report, new QuestionChecks(references, whole)).quizzes()));
        whole.check(catalogue);
        return catalogue;
    }
}
