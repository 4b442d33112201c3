package auditorium.library;

import auditorium.platform.Settings;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The content that is being served. Loading is a transaction: build aside, check, then swap, or keep the old. */
@ApplicationScoped
@Startup
public class Library {

    private static final Logger LOG = Logger.getLogger(Library.class);

    private final Settings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Catalogue> current = new AtomicReference<>();
    private volatile ContentReport lastReport = new ContentReport();

    Library(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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
        ContentReport report = new ContentReport();
        Catalogue next = new CatalogueLoader(settings.content(), LocalDate.now(clock)).read(report);
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
