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

    /** The things that the record does not know, in the order of their ids, after the one given. */
    List<UUID> unrecorded(UUID client, Witness witness, UUID after, int most) {
        List<UUID> found = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(
                        "select w.subject from (" + witness.sql() + ") w"
                                + " where w.subject > ? and not exists (select 1 from record_entry e"
                                + " where e.client_id = ? and e.subject = w.subject and e.kind = ?) order by w.subject limit ?")) {
            s.setObject(1, after);
            s.setObject(2, client);
            s.setString(3, witness.kind());
            s.setInt(4, most);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    found.add(r.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the witness of " + witness.kind() + " can't be heard", e);
        }
        return found;
    }
}
