package auditorium.commands;

import auditorium.exchange.ExportFormat;
import auditorium.exchange.ItemReport;
import auditorium.library.Catalogue;
import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a quiz for another system. */
@Command(
        name = "export",
        description = {
            "Writes a quiz for another system.",
            "One line a question: taken, lossy or refused, its id, the reason; exit 1 when one was refused."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "QUIZ", description = "the quiz's id")
    private String quiz = "";

    @Option(
            names = "--format",
            required = true,
            converter = Words.Target.class,
            description = "gift, moodle-xml, qti21 or qti30")
    private ExportFormat format = ExportFormat.GIFT;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--lang", converter = Words.Language.class, description = "zh or en (default: zh)")
    private Lang lang = Lang.ZH;

    @Option(
            names = "--content",
            paramLabel = "FOLDER",
            description = "the folder with courses, quizzes and checklists (default: here)")
    private Path content = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        ContentReport report = new ContentReport();
        Catalogue catalogue =
                new CatalogueLoader(content, LocalDate.now(Clock.system(ZoneId.systemDefault()))).read(report);
        if (!report.publishable()) {
            return fail("the content has errors; see ./auditorium check");
        }
        Quiz found = catalogue
                .quiz(quiz)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no quiz “" + quiz + "”"));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            List<ItemReport> reports = format.exporter().write(found, lang, bytes);
            Files.write(out, bytes.toByteArray());
            PrintWriter lines = spec.commandLine().getOut();
            reports.forEach(r -> lines.println(Words.line(r)));
            lines.flush();
            return reports.stream().anyMatch(r -> r.status() == ItemReport.Status.REFUSED) ? 1 : 0;
        } catch (IOException e) {
            return fail("can't write " + out + ": " + e.getMessage());
        }
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("auditorium: " + why);
        spec.commandLine().getErr().flush();
        return 1;
    }
}
