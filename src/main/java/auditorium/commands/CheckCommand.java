package auditorium.commands;

import auditorium.library.Catalogue;
import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.library.ContentReport.Level;
import auditorium.library.Coverage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the content without a server or a database. */
@Command(
        name = "check",
        description = "Checks courses, quizzes and checklists; exit 1 when something can't be published.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Option(
            names = "--content",
            paramLabel = "FOLDER",
            description = "the folder with courses, quizzes and checklists (default: here)")
    private Path content = Path.of(".");

    @Option(names = "--coverage", description = "print which lesson, requirement, question and task each statement has")
    private boolean coverage;

    @Option(names = "--notes", description = "print notes too, not only errors and warnings")
    private boolean notes;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ContentReport report = new ContentReport();
        Catalogue catalogue =
                new CatalogueLoader(content, LocalDate.now(Clock.system(ZoneId.systemDefault()))).read(report);
        report.problems().stream().filter(p -> notes || p.level() != Level.NOTE).forEach(out::println);
        Coverage covered = new Coverage(catalogue);
        if (coverage) {
            covered.rows()
                    .forEach(row -> out.printf(
                            "%s\t%s\t%s\t%s\t%s%n",
                            row.id(),
                            String.join(" ", row.lessons()),
                            String.join(" ", row.requirements()),
                            String.join(" ", row.questions()),
                            String.join(" ", row.tasks())));
        }
        out.printf(
                "%d requirements, %d tasks, %d laws, %d standards, %d terms; %d courses, %d lessons, %d questions%n",
                catalogue.requirements().size(),
                catalogue.tasks().size(),
                catalogue.laws().size(),
                catalogue.standards().size(),
                catalogue.glossary().size(),
                catalogue.courses().size(),
                catalogue.lessons().size(),
                catalogue.questions().size());
        out.printf(
                "statements covered: %d/%d%n", covered.covered(), covered.rows().size());
        out.printf(
                "%d errors, %d warnings, %d notes%n",
                report.count(Level.ERROR), report.count(Level.WARNING), report.count(Level.NOTE));
        out.flush();
        return report.publishable() ? 0 : 1;
    }
}
