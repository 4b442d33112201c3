package auditorium.records;

import auditorium.records.domain.Link;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;

/** Reads the record of one client, in pieces. Each method wants a transaction that works for that client. */
@ApplicationScoped
class RecordReport {

    private static final String ENTRY =
            "select sequence, previous, recorded_at, kind, subject, payload, hash from record_entry";

    private final EntityManager entities;

    RecordReport(EntityManager entities) {
        this.entities = entities;
    }

    /** The end of a chain. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Head(long sequence, byte[] hash, Instant at) {}

    /** Personal words beside an entry; without salt and value they were erased. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Words(
            String field,
            byte @Nullable [] salt,
            @Nullable String value,
            @Nullable UUID erasedBy) {}

    /** A day's end of the chain. */
    record Root(LocalDate on, long sequence, String hash, long mails) {}

    private <T> T sql(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }

    Optional<Head> head(UUID client) {
        return sql(c -> {
            try (PreparedStatement s =
                    c.prepareStatement("select sequence, hash, recorded_at from record_head where client_id = ?")) {
                s.setObject(1, client);
                try (ResultSet r = s.executeQuery()) {
                    return r.next()
                            ? Optional.of(new Head(
                                    r.getLong(1),
                                    r.getBytes(2),
                                    r.getTimestamp(3).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    /** Entries after one number up to another, in their order. */
    List<Link> entries(UUID client, long after, long upTo, int most) {
        return links(
                client,
                ENTRY + " where client_id = ? and sequence > ? and sequence <= ? order by sequence limit ?",
                after,
                upTo,
                most);
    }

    /** The latest entries, the last one first. */
    List<Link> latest(UUID client, int most) {
        return links(client, ENTRY + " where client_id = ? order by sequence desc limit ?", most);
    }

    /** Entries past the end of the chain: nothing of ours writes such. */
    List<Link> pastTheEnd(UUID client, int most) {
        return links(
                client,
                ENTRY
                        + " where client_id = ? and sequence > (select coalesce(max(sequence), 0) from record_head where client_id = ?)"
                        + " order by sequence limit ?",
                client,
                most);
    }

    private List<Link> links(UUID client, String query, Object... values) {
        return sql(c -> {
            List<Link> found = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement(query)) {
                s.setObject(1, client);
                for (int i = 0; i < values.length; i++) {
                    s.setObject(i + 2, values[i]);
                }
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        found.add(new Link(
                                client,
                                r.getLong(1),
                                r.getBytes(2),
                                r.getTimestamp(3).toInstant(),
                                r.getString(4),
                                r.getObject(5, UUID.class),
                                r.getString(6),
                                r.getBytes(7)));
                    }
                }
            }
            return found;
        });
    }

    /** Personal words beside the entries of a stretch. */
    Map<Long, List<Words>> words(UUID client, long after, long upTo) {
        return sql(c -> {
            Map<Long, List<Words>> found = new HashMap<>();
            try (PreparedStatement s = c.prepareStatement(
                    "select sequence, field, salt, value, erased_by from record_personal where client_id = ? and sequence > ? and sequence <= ?")) {
                s.setObject(1, client);
                s.setLong(2, after);
                s.setLong(3, upTo);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        found.computeIfAbsent(r.getLong(1), k -> new ArrayList<>(2))
                                .add(new Words(
                                        r.getString(2), r.getBytes(3), r.getString(4), r.getObject(5, UUID.class)));
                    }
                }
            }
            return found;
        });
    }

    /** The number of the latest entry about each of these things. */
    Map<UUID, Long> latestAbout(UUID client, String kind, Collection<UUID> subjects) {
        return sql(c -> {
            Map<UUID, Long> found = new HashMap<>();
            try (PreparedStatement s = c.prepareStatement(
                    "select subject, max(sequence) from record_entry where client_id = ? and subject = any(?) and kind = ? group by subject")) {
                s.setObject(1, client);
                s.setArray(2, c.createArrayOf("uuid", subjects.toArray()));
                s.setString(3, kind);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        found.put(r.getObject(1, UUID.class), r.getLong(2));
                    }
                }
            }
            return found;
        });
    }

    /** The ends of the chain that were kept day by day, as anchors. */
    NavigableMap<Long, byte[]> anchors(UUID client) {
        return sql(c -> {
            NavigableMap<Long, byte[]> found = new TreeMap<>();
            try (PreparedStatement s =
                    c.prepareStatement("select sequence, hash from record_root where client_id = ?")) {
                s.setObject(1, client);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        found.put(r.getLong(1), r.getBytes(2));
                    }
                }
            }
            return found;
        });
    }

    /** The latest days' roots, the newest first, each with the number of mails that took it outside. */
    List<Root> roots(UUID client, int most) {
        return sql(c -> {
            List<Root> found = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement("""
                    select r.taken_on, r.sequence, encode(r.hash, 'hex'),
                           (select count(*) from record_root_mail m where m.client_id = r.client_id and m.taken_on = r.taken_on)
                      from record_root r where r.client_id = ? order by r.taken_on desc limit ?""")) {
                s.setObject(1, client);
                s.setInt(2, most);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        Date on = r.getDate(1);
                        found.add(new Root(on.toLocalDate(), r.getLong(2), r.getString(3), r.getLong(4)));
                    }
                }
            }
            return found;
        });
    }
}
