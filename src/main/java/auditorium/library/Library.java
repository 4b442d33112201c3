package auditorium.library;

import auditorium.platform.Settings;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The content that is being served. Loading is a transaction: build aside, check, then swap, or keep the old. */
@ApplicationScoped
@Startup
public class Library {

    private static final Logger LOG = Logger.getLogger(Library.class);

    /** The content as a thread of the start read it, beside the database's own start. */
    private static final AtomicReference<@Nullable Early> EARLY = new AtomicReference<>();

    private record Early(Path content, CompletableFuture<Loaded> loaded) {}

    record Loaded(Catalogue catalogue, ContentReport report) {}

    private final Settings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Catalogue> current = new AtomicReference<>();
    private volatile ContentReport lastReport = new ContentReport();

    Library(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins to read the content before there is an application; the first load of that folder takes what this read. If the
     * files are those that were read without an error the last time, what is kept in {@code kept} is taken instead.
     */
    public static void readEarly(Path content, Path kept, Clock clock) {
        EARLY.set(new Early(
                content, CompletableFuture.supplyAsync(() -> readOrFind(new CheckedContent(content, kept), clock))));
    }

    /** What is kept of exactly these files, or else the files. */
    static Loaded readOrFind(CheckedContent checked, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        ContentReport report = new ContentReport();
        Optional<byte[]> key = checked.key();
        Optional<CheckedContent.Kept> found = key.flatMap(checked::find);
        if (found.isPresent()) {
            CheckedContent.Kept kept = found.get();
            kept.problems().forEach(p -> report.add(p.level(), p.file(), p.line(), p.message()));
            WholeChecks.due(kept.parts().laws().values(), kept.laws(), today, report);
            return new Loaded(new Catalogue(kept.parts()), report);
        }
        References references = new References();
        Catalogue catalogue = new CatalogueLoader(checked.content(), today).read(report, references);
        if (key.isPresent() && report.publishable()) {
            CheckedContent.Kept kept = new CheckedContent.Kept(catalogue.parts(), report.problems(), references.laws());
            Thread.ofPlatform() // nobody waits for it
                    .name("keep-content")
                    .daemon()
                    .start(() -> checked.keep(key.get(), kept));
        }
        WholeChecks.due(catalogue.laws(), references.laws(), today, report);
        return new Loaded(catalogue, report);
    }

    private static Loaded read(Path content, Clock clock) {
        ContentReport report = new ContentReport();
        return new Loaded(new CatalogueLoader(content, LocalDate.now(clock)).read(report), report);
    }

    private Loaded loaded() {
        Early early = EARLY.getAndSet(null);
        return early != null && early.content().equals(settings.content())
                ? early.loaded().join()
                : read(settings.content(), clock);
    }

    /** Broken content at the start: refuse to start, with the report. */
    @PostConstruct
    void load() {
        if (!reload().publishable()) {
            throw new IllegalStateException("the content can't be published; ./auditorium check lists every problem");
        }
    }

    /** Reads everything anew. What is served changes only if the report is publishable. */
    public synchronized ContentReport reload() {
        Loaded loaded = loaded();
        ContentReport report = loaded.report();
        Catalogue next = loaded.catalogue();
        if (report.publishable()) {
            current.set(next);
        }
        lastReport = report;
        report.problems().stream()
                .filter(p -> p.level() == ContentReport.Level.ERROR)
                .forEach(p -> LOG.error(p));
        LOG.infof(
                "content: %d requirements, %d lessons, %d questions; %d errors, %d warnings",
                next.requirements().size(),
                next.lessons().size(),
                next.questions().size(),
                report.count(ContentReport.Level.ERROR),
                report.count(ContentReport.Level.WARNING));
        return report;
    }

    /** One consistent catalogue: keep it for the length of a request. */
    public Catalogue catalogue() {
        Catalogue catalogue = current.get();
        if (catalogue == null) {
            throw new IllegalStateException("no content has been loaded");
        }
        return catalogue;
    }

    public ContentReport lastReport() {
        return lastReport;
    }
}
