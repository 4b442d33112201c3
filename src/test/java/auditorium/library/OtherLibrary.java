package auditorium.library;

import auditorium.library.content.Quiz;
import auditorium.platform.Settings;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Serves small content of a test's own in place of what the application has. */
@Vetoed
public final class OtherLibrary extends Library {

    private final Catalogue catalogue;

    private OtherLibrary(Settings settings, Clock clock, Catalogue catalogue) {
        super(settings, clock);
        this.catalogue = catalogue;
    }

    /** The least content that can be published, with one quiz of all the questions given. */
    public static OtherLibrary of(Settings settings, Clock clock, Path folder, List<String> questions)
            throws IOException {
        SmallContent content = new SmallContent(folder);
        content.write(
                "quizzes/images/room.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 740 500\"><rect class=\"a-wall\" width=\"740\" height=\"500\"/></svg>");
        content.quiz(questions.stream().map(q -> q.indent(2)).toArray(String[]::new));
        content.change(SmallContent.QUIZ, "draw: 1", "draw: " + questions.size());
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(folder, SmallContent.TODAY).read(report);
        if (!report.publishable()) {
            throw new IllegalStateException(
                    report.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return new OtherLibrary(settings, clock, catalogue);
    }

    /** The content of this repository. */
    public static Catalogue shipped() {
        return new CatalogueLoader(Path.of("."), SmallContent.TODAY).read(new ContentReport());
    }

    public Quiz quiz() {
        return catalogue.quiz("T1-test").orElseThrow();
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }
}
