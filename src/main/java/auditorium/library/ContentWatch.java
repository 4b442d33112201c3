package auditorium.library;

import auditorium.platform.Settings;
import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Shows an author on reload what was just changed in a file: each request looks first whether the content has changed, at most
 * once in half a second. Off unless in development or asked for, since a server at work changes its content when somebody says so.
 */
@ApplicationScoped
class ContentWatch {

    private static final Logger LOG = Logger.getLogger(ContentWatch.class);
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(500);

    private final Library library;
    private final Path content;
    private volatile boolean on;

    private long looked = System.nanoTime() - REST;
    private long seen;

    ContentWatch(Library library, Settings settings) {
        this.library = library;
        this.content = settings.content();
        this.on = settings.watch().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT);
        this.seen = on ? state() : 0;
    }

    /** For a test: begins or ends to look. */
    synchronized void watch(boolean from) {
        seen = state();
        on = from;
    }

    @ServerRequestFilter
    public void beforeRequest() {
        if (on) {
            look();
        }
    }

    /** Whoever comes while another reads waits for it, so that nobody is shown what was there before the change. */
    private synchronized void look() {
        if (System.nanoTime() - looked < REST) {
            return;
        }
        long now = state();
        if (now != seen) {
            seen = now;
            if (!library.reload().publishable()) {
                LOG.error("the changed content has errors; what was there before goes on being served");
            }
        }
        looked = System.nanoTime();
    }

    /** Changes when a file is added, removed, renamed or written. */
    private long state() {
        long state = 0;
        for (String folder : ContentFiles.FOLDERS) {
            try (Stream<Path> files = Files.walk(content.resolve(folder))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
                    state += 31L * Objects.hash(file.toString(), a.lastModifiedTime()) + a.size(); // in any order
                }
            } catch (NoSuchFileException e) {
                state++; // gone while we looked: the next request sees what is left
            } catch (IOException e) {
                LOG.warnf("the content can't be watched: %s", e.getMessage());
            }
        }
        return state;
    }
}
