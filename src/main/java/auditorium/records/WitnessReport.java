package auditorium.records;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What the features' tables say of the current client's things, by the witnesses' SQL. */
@ApplicationScoped
class WitnessReport {

    private final AgroalDataSource database;
    private final SortedMap<String, Witness> witnesses = new TreeMap<>();

    WitnessReport(AgroalDataSource database, @All List<Witness> all) {
        this.database = database;
        for (Witness witness : all) {
            if (witnesses.put(witness.kind(), witness) != null) {
                throw new IllegalStateException("two witnesses tell of " + witness.kind());
            }
        }
    }

    Collection<Witness> all() {
        return witnesses.values();
    }

    Optional<Witness> of(String kind) {
        return Optional.ofNullable(witnesses.get(kind));
    }

    /** What stands now of these things; those that are gone are missing. */
    Map<UUID, Told> rows(Witness witness, Collection<UUID> subjects) {
        Map<UUID, Told> found = new LinkedHashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement s =
                        c.prepareStatement("select * from (" + witness.sql() + ") w where w.subject = any(?)")) {
            s.setArray(1, c.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    Told told = Told.of(witness, r);
                    found.put(told.subject(), told);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the witness of " + witness.kind() + " can't be heard", e);
        }
        return found;
    }

    /** A stretch of a kind's things, in the order of their ids: the last one looked at, and those that the record does not know. */
    record Stretch(Optional<UUID> last, List<UUID> unrecorded) {}

    /** The next things after the one given, at most so many. Each stretch costs the same, however long the record is. */
    Stretch stretch(UUID client, Witness witness, UUID after, int most) {
        List<UUID> unrecorded = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(
                        "with stretch as materialized (select w.subject from ("
                                + witness.sql() + ") w where w.subject > ? order by w.subject limit ?)"
                                + " select stretch.subject, exists (select 1 from record_entry e"
                                + " where e.client_id = ? and e.subject = stretch.subject and e.kind = ?) from stretch order by 1")) {
            s.setObject(1, after);
            s.setInt(2, most);
            s.setObject(3, client);
            s.setString(4, witness.kind());
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    UUID subject = r.getObject(1, UUID.class);
                    last = Optional.of(subject);
                    if (!r.getBoolean(2)) {
                        unrecorded.add(subject);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the witness of " + witness.kind() + " can't be heard", e);
        }
        return new Stretch(last, unrecorded);
    }
}
