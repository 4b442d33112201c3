package auditorium.commands;

import auditorium.exchange.ItemReport;
import auditorium.exchange.QuizFormat;
import auditorium.exchange.QuizImport;
import auditorium.platform.Lang;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes questions of other systems into quiz files. */
@Command(
        name = "import",
        description = {
            "Takes the questions of a file into quiz files.",
            "One line a question: taken, lossy or refused, its id or place, the reason; exit 1 when one was refused."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "GIFT, Moodle XML, Aiken, QTI 2.1 to 3.0, CSV or XLSX")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--format",
            converter = Words.Format.class,
            description = "gift, moodle-xml, aiken, qti, csv or xlsx (default: seen from the file)")
    private @Nullable QuizFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "where the quiz files go; none is overwritten")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--lang",
            converter = Words.Language.class,
            description = "zh or en (default: seen from each question)")
    private @Nullable Lang lang;

    @Option(names = "--lesson", paramLabel = "ID", description = "the lesson that the questions belong to")
    private @Nullable String lesson;

    @Option(
            names = "--tests",
            split = ",",
            paramLabel = "KEY",
            description = "the requirements that they test, such as SC-22")
    private List<String> tests = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        PrintWriter lines = spec.commandLine().getOut();
        AtomicInteger refused = new AtomicInteger();
        try {
            QuizFormat from = format == null ? QuizFormat.guess(file) : format;
            new QuizImport(Optional.ofNullable(lang), Optional.ofNullable(lesson), tests)
                    .read(file, from, out, report -> {
                        lines.println(Words.line(report));
                        if (report.status() == ItemReport.Status.REFUSED) {
                            refused.incrementAndGet();
                        }
                    });
        } catch (IOException e) {
            lines.flush();
            spec.commandLine().getErr().println("auditorium: nothing was imported: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return 1;
        }
        lines.flush();
        return refused.get() == 0 ? 0 : 1;
    }
}
