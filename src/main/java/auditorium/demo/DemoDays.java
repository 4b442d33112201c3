package auditorium.demo;

import auditorium.demo.DemoFactory.Dept;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.Standard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Half a year of invented readiness, a day a week, by every standard. */
final class DemoDays {

    private static final int WEEKS = 26;

    private DemoDays() {}

    static void write(
            Connection c,
            UUID client,
            List<Dept> departments,
            Catalogue catalogue,
            Random random,
            LocalDate today,
            boolean main)
            throws SQLException {
        try (Rows rows = new Rows(
                c, "readiness_day", "client_id", "taken_on", "standard", "department_id", "met", "possible", "stops")) {
            for (int week = WEEKS; week >= 1; week--) {
                double level = main ? 0.44 + 0.33 * (WEEKS - week) / WEEKS : 0.2 + 0.12 * (WEEKS - week) / WEEKS;
                LocalDate day = today.minusWeeks(week);
                Map<UUID, Double> share = new HashMap<>();
                for (Dept dept : departments) {
                    long areas = catalogue.requirementsOf(dept.kind()).stream()
                            .map(Requirement::area)
                            .distinct()
                            .count();
                    double about = random.doubles(areas, -0.05, 0.05).average().orElse(0);
                    share.put(dept.id(), Math.min(1, Math.max(0, level + about)));
                }
                snapshot(rows, client, day, departments, catalogue, Optional.empty(), share);
                for (Standard standard : catalogue.standards()) {
                    snapshot(rows, client, day, departments, catalogue, Optional.of(standard), share);
                }
            }
        }
    }

    private static void snapshot(
            Rows rows,
            UUID client,
            LocalDate day,
            List<Dept> departments,
            Catalogue catalogue,
            Optional<Standard> standard,
            Map<UUID, Double> share)
            throws SQLException {
        String id = standard.map(Standard::id).orElse("");
        int allMet = 0;
        int allPossible = 0;
        for (Dept dept : departments) {
            int possible = 0;
            for (Requirement r : catalogue.requirementsOf(dept.kind())) {
                if (standard.isEmpty() || standard.get().requirements().contains(r.id())) {
                    Severity grade =
                            standard.isEmpty() ? r.severity() : standard.get().gradeOf(r);
                    possible += 4 * grade.weight();
                }
            }
            if (possible > 0) {
                int met = (int) (possible * share.getOrDefault(dept.id(), 0.0));
                rows.add(client, day, id, dept.id(), met, possible, 0);
                allMet += met;
                allPossible += possible;
            }
        }
        rows.add(client, day, id, null, allMet, allPossible, 0);
    }
}
