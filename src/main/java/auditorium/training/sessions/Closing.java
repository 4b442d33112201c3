package auditorium.training.sessions;

import auditorium.access.Reader;
import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentClient;
import auditorium.records.Ledger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What ends a session for good, and what may still be added afterwards. */
@ApplicationScoped
class Closing {

    private final EntityManager entities;
    private final CurrentClient client;
    private final SessionReport report;
    private final SessionScores scores;
    private final Library library;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final Clock clock;

    Closing(
            EntityManager entities,
            CurrentClient client,
            SessionReport report,
            SessionScores scores,
            Library library,
            ContentVersions versions,
            Ledger ledger,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.client = client;
        this.report = report;
        this.scores = scores;
        this.library = library;
        this.versions = versions;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /** Writes down what came of it and tells the record. The session has to be locked; one that is over stays as it is. */
    void close(TrainingSession session, Reader by) {
        if (!session.open()) {
            return;
        }
        Instant now = clock.instant();
        Catalogue catalogue = library.catalogue();
        List<Lesson> lessons = session.lessons().stream()
                .flatMap(l -> catalogue.lesson(l).stream())
                .toList();
        Set<ContentVersions.Use> uses = new HashSet<>();
        lessons.forEach(l -> uses.add(new ContentVersions.Use("lesson", l.id(), l.version())));
        versions.use(uses);
        report.writeOutcomes(client.id(), session.id());
        scores.settle(client.id(), session);
        session.close(taught(lessons), by.account(), by.name(), now);
        entities.flush();
        ledger.append(SessionWitnesses.SESSION, session.id());
    }

    private String taught(List<Lesson> lessons) {
        ArrayNode all = json.createArrayNode();
        lessons.forEach(l -> all.addObject()
                .put("lesson", l.id())
                .put("zh", l.title().zh())
                .put("en", l.title().en())
                .put("version", l.version().hash()));
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A lesson as it was taught: its id, its names then and the hash of its version. */
    record Taught(String lesson, String zh, String en, String version) {}

    /** The lessons of a closed session; of an open one those that are planned, as they are now. */
    List<Taught> taught(TrainingSession session) {
        Optional<String> stored = session.taught();
        if (stored.isEmpty()) {
            Catalogue catalogue = library.catalogue();
            return session.lessons().stream()
                    .flatMap(l -> catalogue.lesson(l).stream())
                    .map(l -> new Taught(
                            l.id(), l.title().zh(), l.title().en(), l.version().hash()))
                    .toList();
        }
        try {
            return List.of(json.readValue(stored.get(), Taught[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds to a closed session what turned out later. The same entry once more adds nothing. */
    void correct(TrainingSession session, UUID id, String words, Reader by) {
        int added = entities.createNativeQuery("""
                        insert into session_correction (client_id, id, session_id, words, made_at, made_by, made_by_name)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""")
                .setParameter(1, client.id())
                .setParameter(2, id)
                .setParameter(3, session.id())
                .setParameter(4, words)
                .setParameter(5, clock.instant())
                .setParameter(6, by.account())
                .setParameter(7, by.name())
                .executeUpdate();
        if (added == 1) {
            ledger.append(SessionWitnesses.CORRECTION, id);
        }
    }
}
