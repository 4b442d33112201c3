package auditorium.hostile;

import auditorium.Superuser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all tables of the database say at one moment: how many rows, and a sum over what is in them. */
record Everything(Map<String, String> sums) {

    /** Who is signed in where is noted by every request, and looked at by other tests. */
    private static final Set<String> BESIDE =
            Set.of("login_session", "known_device", "sign_in_failure", "flyway_schema_history");

    static Everything now() {
        Map<String, String> sums = new LinkedHashMap<>();
        try (Connection c = Superuser.connect()) {
            for (String table : Tables.column(
                    c,
                    "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1")) {
                if (!BESIDE.contains(table)) {
                    sums.put(
                            table,
                            Tables.column(
                                            c,
                                            "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
                                                    + table + " t")
                                    .get(0));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new Everything(sums);
    }

    /** The tables that are no longer what they were. */
    List<String> changedSince(Everything before) {
        List<String> changed = new ArrayList<>();
        sums.forEach((table, sum) -> {
            if (!sum.equals(before.sums().get(table))) {
                changed.add(table + ": " + before.sums().get(table) + " → " + sum);
            }
        });
        return changed;
    }
}
