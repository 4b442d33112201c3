package auditorium.readiness;

import auditorium.readiness.domain.State;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How every cell stood on past days, kept as spans: written once a day, read for one day in one statement. */
@ApplicationScoped
class Spans {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityManager entities;

    Spans(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How it was at the end of a day, and what has happened to findings since.
     *
     * @param marks by department and requirement; empty where days were not kept yet
     */
    record Then(LocalDate day, Map<UUID, Map<String, String>> marks, int opened, int verified, int closed) {

        boolean known() {
            return !marks.isEmpty();
        }

        Optional<String> mark(UUID department, String requirement) {
            return Optional.ofNullable(marks.getOrDefault(department, Map.of()).get(requirement));
        }
    }

    /** Ends the spans of cells that stand otherwise now, and begins theirs. {@code readiness} knows all requirements. */
    void keep(UUID client, Readiness readiness, LocalDate today) {
        ArrayNode rows = MAPPER.createArrayNode();
        for (Readiness.Cell cell : readiness.cells()) {
            rows.addObject()
                    .put("department", cell.department().id().toString())
                    .put("requirement", cell.requirement().id())
                    .put("mark", cell.standing().state().map(State::mark).orElse("na"));
        }
        entities.createNativeQuery("""
                        with now as materialized (
                          select * from jsonb_to_recordset(cast(?3 as jsonb)) as v(department uuid, requirement text, mark text)
                        ), ended as (
                          update standing_span s set until_on = ?2
                            from now n
                           where s.client_id = ?1 and s.until_on is null and s.from_on < ?2 and s.department_id = n.department
                             and s.requirement = n.requirement and s.mark <> n.mark)
                        insert into standing_span (client_id, department_id, requirement, from_on, mark)
                        select ?1, n.department, n.requirement, ?2, n.mark
                          from now n
                          left join standing_span s on s.client_id = ?1 and s.until_on is null and s.department_id = n.department
                               and s.requirement = n.requirement
                         where s.mark is distinct from n.mark
                        on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, today)
                .setParameter(3, rows.toString())
                .executeUpdate();
    }

    /** A day's spans are taken when the next one begins, so its end is how that one found it. */
    Then endOf(UUID client, LocalDate day, ZoneId zone, Optional<UUID> department) {
        LocalDate next = day.plusDays(1);
        Instant since = next.atStartOfDay(zone).toInstant();
        Map<UUID, Map<String, String>> marks = new HashMap<>();
        Map<String, Integer> findings = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select mark, department_id, string_agg(requirement, chr(30)) as packed
                          from standing_span
                         where client_id = :client and from_on <= :next and (until_on is null or until_on > :next)
                           and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
                         group by mark, department_id
                        union all
                        select 'opened', null, cast(count(*) as text) from finding
                         where client_id = :client and opened_at >= :since
                           and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
                        union all
                        select 'verified', null, cast(count(*) as text) from finding
                         where client_id = :client and verified_at >= :since and closed_at is null
                           and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
                        union all
                        select 'closed', null, cast(count(*) as text) from finding
                         where client_id = :client and closed_at >= :since
                           and (cast(:department as uuid) is null or department_id = cast(:department as uuid))""", Object[].class)
                .setParameter("client", client)
                .setParameter("next", next)
                .setParameter("since", since)
                .setParameter("department", ReadinessReport.text(department))
                .getResultList()) {
            Object[] r = (Object[]) row;
            if (r[1] == null) {
                findings.put((String) r[0], Integer.valueOf((String) r[2]));
            } else {
                Map<String, String> here = marks.computeIfAbsent((UUID) r[1], k -> new HashMap<>());
                Packed.rows((String) r[2]).forEach(p -> here.put(p[0], (String) r[0]));
            }
        }
        return new Then(
                day,
                marks,
                findings.getOrDefault("opened", 0),
                findings.getOrDefault("verified", 0),
                findings.getOrDefault("closed", 0));
    }
}
