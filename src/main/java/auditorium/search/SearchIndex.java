package auditorium.search;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.search.domain.Passage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of what can be searched for. Its rows belong to a hash of the content, not to a server: servers with the same
 * content share them, servers with another one do not disturb each other, and after a restart with the same files nothing is made.
 * Filled in the background after the start and after a reload, or by the first search if that is earlier.
 */
@ApplicationScoped
class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    private static final int ROWS_AT_ONCE = 200;
    private static final Duration UNUSED = Duration.ofDays(2);

    private final Library library;
    private final EntityManager entities;
    private final Clock clock;
    private volatile @Nullable Made made;

    /** A catalogue that is in the index, and the hash that its rows have. */
    record Made(Catalogue catalogue, String hash) {}

    SearchIndex(Library library, EntityManager entities, Clock clock) {
        this.library = library;
        this.entities = entities;
        this.clock = clock;
    }

    /** The index of what is being served. */
    Made current() {
        Catalogue catalogue = library.catalogue();
        Made now = made;
        return now != null && now.catalogue() == catalogue ? now : make(catalogue);
    }

    @Scheduled(every = "10s", delayed = "20s", identity = "search-index")
    void follow() {
        current();
    }

    /** Says that the rows are in use, and takes away those of content that no server has any more. */
    @Scheduled(every = "6h", delayed = "1m", identity = "search-index-age")
    void age() {
        String hash = current().hash();
        boolean gone = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("delete from search_catalogue where used_at < ?1 and hash <> ?2")
                    .setParameter(1, clock.instant().minus(UNUSED))
                    .setParameter(2, hash)
                    .executeUpdate();
            return entities.createNativeQuery("update search_catalogue set used_at = ?1 where hash = ?2")
                            .setParameter(1, clock.instant())
                            .setParameter(2, hash)
                            .executeUpdate()
                    == 0;
        });
        if (gone) {
            made = null; // another server thought it old; it is made again
        }
    }

    private synchronized Made make(Catalogue catalogue) {
        Made now = made;
        if (now != null && now.catalogue() == catalogue) {
            return now;
        }
        long began = System.nanoTime();
        List<Documents.Document> documents = Documents.of(catalogue);
        String hash = Documents.hash(documents);
        boolean filled = QuarkusTransaction.requiringNew().call(() -> claim(hash) && fill(hash, documents));
        if (filled) {
            LOG.infof("search: %d things indexed in %d ms", documents.size(), (System.nanoTime() - began) / 1_000_000);
        }
        Made next = new Made(catalogue, hash);
        made = next;
        return next;
    }

    /** Only one server gets it; the others wait here until that one has committed. */
    private boolean claim(String hash) {
        return entities.createNativeQuery(
                                "insert into search_catalogue (hash, used_at) values (?1, ?2) on conflict (hash) do nothing")
                        .setParameter(1, hash)
                        .setParameter(2, clock.instant())
                        .executeUpdate()
                == 1;
    }

    private boolean fill(String hash, List<Documents.Document> documents) {
        entities.unwrap(Session.class).doWork(connection -> {
            for (int i = 0; i < documents.size(); i += ROWS_AT_ONCE) {
                write(connection, hash, documents.subList(i, Math.min(documents.size(), i + ROWS_AT_ONCE)));
            }
        });
        return true;
    }

    /** Columns as arrays: one statement of four parameters for hundreds of rows. */
    private static void write(Connection connection, String hash, List<Documents.Document> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into search_entry (catalogue, kind, key, part, words)
                select ?, kind, key, part, cast(words as tsvector) from unnest(?, ?, ?, ?) as d (kind, key, part, words)""")) {
            insert.setString(1, hash);
            insert.setArray(2, texts(connection, rows.stream().map(d -> d.kind().code())));
            insert.setArray(3, texts(connection, rows.stream().map(Documents.Document::key)));
            insert.setArray(4, texts(connection, rows.stream().map(Documents.Document::part)));
            insert.setArray(5, texts(connection, rows.stream().map(d -> Passage.vector(d.passages()))));
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
