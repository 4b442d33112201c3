package auditorium.records;

import auditorium.platform.CurrentClient;
import auditorium.records.domain.Payload;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The record of the current client, to which features append what must stand for good. What is appended enters with the transaction
 * that did it: nothing is in the record that did not happen, and nothing happened that is not in it. See {@link Witness}.
 */
@ApplicationScoped
public class Ledger {

    /** The kind of the entries that say since when a kind of thing is recorded. */
    static final String BEGUN = "begun";

    private static final int BATCH = 1000;
    private static final int SALT_BYTES = 16;
    static final UUID FIRST = new UUID(0, 0);

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final CurrentClient client;
    private final WitnessReport witnesses;
    private final TransactionSynchronizationRegistry transaction;
    private final SecureRandom random = new SecureRandom();
    private final Set<UUID> begun = ConcurrentHashMap.newKeySet();

    Ledger(
            AgroalDataSource database,
            EntityManager entities,
            CurrentClient client,
            WitnessReport witnesses,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.entities = entities;
        this.client = client;
        this.witnesses = witnesses;
        this.transaction = transaction;
    }

    /** What a transaction has to tell: kind by kind, each thing once, in the order of the first telling. */
    private static final class Waiting {
        private final UUID client;
        private final Map<String, Set<UUID>> things = new LinkedHashMap<>();

        Waiting(UUID client) {
            this.client = client;
        }
    }

    /** One entry before the chain has taken it. */
    private record Entry(String kind, Told told) {}

    /**
     * Tells the record of a thing of which there is a witness. Call it inside the transaction that made or changed the thing, as often
     * as you like: the thing is read and entered once, right before the commit. The end of the chain is locked only then, after all
     * other rows, so that two transactions never wait for each other in a ring.
     */
    public void append(String kind, UUID subject) {
        if (witnesses.of(kind).isEmpty()) {
            throw new IllegalArgumentException("there is no witness of " + kind);
        }
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("the record is written inside a transaction only");
        }
        Waiting waiting = (Waiting) transaction.getResource(Waiting.class);
        if (waiting == null) {
            waiting = new Waiting(client.id());
            transaction.putResource(Waiting.class, waiting);
            entities.joinTransaction(); // Hibernate must know of the transaction before us
            transaction.registerInterposedSynchronization(beforeCommit(waiting));
        }
        if (!waiting.client.equals(client.id())) {
            throw new IllegalStateException("one transaction, one client");
        }
        waiting.things.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(subject);
    }

    /** Interposed, so after Hibernate, which has written its entities by then and given its connection back. */
    private Synchronization beforeCommit(Waiting waiting) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                begin(waiting);
                waiting.things.forEach(
                        (kind, things) -> enter(witnesses.of(kind).orElseThrow(), things));
            }

            @Override
            public void afterCompletion(int status) {
                // what was not committed is not in the record either
            }
        };
    }

    /**
     * Begins the record of the current client for every kind that has not begun yet: what is there already is entered once, with the
     * time of now, and then an entry says that the kind has begun. Needs a transaction. A new client's record begins by itself.
     */
    public void begin() {
        begin(new Waiting(client.id()));
    }

    /**
     * Enters a part of what was there of a kind before it began, so that no transaction gets too long. Call it, each time in a
     * transaction of its own, until nothing is left; then {@link #begin()}.
     *
     * @param after the last thing of the part before; to begin with, {@link #FIRST}
     * @return the last thing of this part; empty when nothing is left, or the kind has begun
     */
    Optional<UUID> beginSome(Witness witness, UUID after) {
        UUID of = client.id();
        if (kindsBegun(of).contains(witness.kind())) {
            return Optional.empty();
        }
        lock();
        WitnessReport.Stretch stretch = witnesses.stretch(of, witness, after, BATCH);
        enter(witness, stretch.unrecorded());
        return stretch.last();
    }

    private void begin(Waiting waiting) {
        if (begun.contains(waiting.client)) {
            return;
        }
        Set<String> before = kindsBegun(waiting.client);
        if (witnesses.all().stream().anyMatch(w -> !before.contains(w.kind()))) {
            lock();
            Set<String> known = kindsBegun(waiting.client); // another node may have been faster
            witnesses.all().stream()
                    .filter(w -> !known.contains(w.kind()))
                    .forEach(w -> adopt(waiting.client, w, waiting.things.getOrDefault(w.kind(), Set.of())));
        } else {
            begun.add(waiting.client); // only what is committed is remembered
        }
    }

    private void lock() {
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement("select lock_record()")) {
            s.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the record can't be locked", e);
        }
    }

    private Set<String> kindsBegun(UUID of) {
        Set<String> kinds = new HashSet<>();
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(
                        "select payload::json ->> 'kind' from record_entry where client_id = ? and subject = ? and kind = ?")) {
            s.setObject(1, of);
            s.setObject(2, of);
            s.setString(3, BEGUN);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    kinds.add(r.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the record can't be read", e);
        }
        return kinds;
    }

    /** Enters what is there of a kind, but for what this transaction is about to tell anyway, and says that it has begun. */
    private void adopt(UUID of, Witness witness, Set<UUID> but) {
        WitnessReport.Stretch stretch = witnesses.stretch(of, witness, FIRST, BATCH);
        while (stretch.last().isPresent()) {
            enter(
                    witness,
                    stretch.unrecorded().stream()
                            .filter(id -> !but.contains(id))
                            .toList());
            stretch = witnesses.stretch(of, witness, stretch.last().get(), BATCH);
        }
        SortedMap<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("kind", witness.kind());
        append(List.of(new Entry(BEGUN, new Told(of, fields, Map.of()))));
    }

    private void enter(Witness witness, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        Map<UUID, Told> rows = witnesses.rows(witness, subjects);
        List<Entry> entries = new ArrayList<>();
        for (UUID subject : subjects) {
            Told told = rows.get(subject);
            if (told == null) {
                throw new IllegalStateException("the witness of " + witness.kind() + " does not see " + subject);
            }
            entries.add(new Entry(witness.kind(), told));
        }
        append(entries);
    }

    /** One call for all of them: the database numbers and chains them. */
    private void append(List<Entry> entries) {
        int count = entries.size();
        String[] kinds = new String[count];
        UUID[] subjects = new UUID[count];
        String[] payloads = new String[count];
        List<Integer> ofEntry = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<@Nullable UUID> holders = new ArrayList<>();
        List<byte[]> salts = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Told told = entries.get(i).told();
            SortedMap<String, @Nullable Object> open = new TreeMap<>(told.fields());
            for (Map.Entry<String, Optional<UUID>> personal : told.holders().entrySet()) {
                String value = told.personal(personal.getKey());
                if (!value.isEmpty()) {
                    byte[] salt = new byte[SALT_BYTES];
                    random.nextBytes(salt);
                    open.put(personal.getKey(), Payload.salted(salt, value));
                    ofEntry.add(i + 1);
                    fields.add(personal.getKey());
                    holders.add(personal.getValue().orElse(null));
                    salts.add(salt);
                    values.add(value);
                }
            }
            kinds[i] = entries.get(i).kind();
            subjects[i] = told.subject();
            payloads[i] = Payload.canonical(open);
        }
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement("select append_to_record(?, ?, ?, ?, ?, ?, ?, ?)")) {
            s.setArray(1, c.createArrayOf("text", kinds));
            s.setArray(2, c.createArrayOf("uuid", subjects));
            s.setArray(3, c.createArrayOf("text", payloads));
            s.setArray(4, c.createArrayOf("int4", ofEntry.toArray()));
            s.setArray(5, c.createArrayOf("text", fields.toArray()));
            s.setArray(6, c.createArrayOf("uuid", holders.toArray()));
            s.setArray(7, c.createArrayOf("bytea", salts.toArray(byte[][]::new)));
            s.setArray(8, c.createArrayOf("text", values.toArray()));
            s.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the record can't be written", e);
        }
    }
}
