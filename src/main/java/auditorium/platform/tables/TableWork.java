package auditorium.platform.tables;

import auditorium.platform.Lang;
import auditorium.platform.Text;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Reads tables that people sent, one after the other and beside the requests. How far it is has to stand in the database, so that any
 * server can show it; when this server dies the work is begun again.
 */
public final class TableWork {

    private static final Logger LOG = Logger.getLogger(TableWork.class);
    private static final Text FAILED =
            new Text("没有成功，什么都没有改。请再试一次。", "It did not work, and nothing was changed. Try again.");

    private final ExecutorService worker;

    /** {@code name} is the thread's. */
    public TableWork(String name) {
        worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Reading, comparing or taking a table. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Begins when what was begun before is over. When it can't be done {@code failed} gets the words for whoever asked for it. */
    public void begin(Object table, Lang lang, Work work, Consumer<String> failed) {
        worker.execute(() -> {
            var context = Arc.container().requestContext();
            context.activate();
            try {
                work.run();
            } catch (Unreadable e) {
                failed.accept(e.words(lang));
            } catch (IOException | RuntimeException e) {
                LOG.errorf(e, "the table %s was not taken", table);
                failed.accept(FAILED.in(lang));
            } finally {
                context.terminate();
            }
        });
    }

    public void stop() {
        worker.shutdownNow();
    }
}
