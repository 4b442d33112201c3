package auditorium.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has something to learn soon, person by person: what is printed and hung up, or read out. */
@ApplicationScoped
class DueListReport {

    private final EntityManager entities;

    DueListReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody with lessons that are due; {@code first} is the earliest due date. */
    record Line(UUID department, String number, String name, List<String> lessons, LocalDate first, boolean late) {}

    /** Which people: of a department, and only those whom no mail reaches. */
    record Wanted(Optional<UUID> department, boolean withoutMailOnly, LocalDate today, LocalDate until) {}

    /** By department and in the order of pinyin. */
    List<Line> lines(UUID client, Wanted wanted, int most) {
        List<Line> lines = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        """
                        select p.department_id, p.number, p.name, string_agg(a.lesson, ' ' order by a.due_on, a.lesson), min(a.due_on), bool_or(a.late_from <= :today)
                          from assignment a
                          join person p on p.client_id = a.client_id and p.id = a.person_id and p.left_on is null
                          join department d on d.client_id = p.client_id and d.id = p.department_id
                         where a.client_id = :client and a.closed_by is null and a.due_on <= :until
                           and p.department_id = coalesce(cast(:department as uuid), p.department_id)"""
                                + (wanted.withoutMailOnly() ? " and p.email is null" : "")
                                + " group by d.position, d.code, p.department_id, p.name_key, p.number, p.name"
                                + " order by d.position, d.code, p.name_key nulls last, p.number",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("today", wanted.today())
                .setParameter("until", wanted.until())
                .setParameter(
                        "department", wanted.department().map(UUID::toString).orElse(null))
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            lines.add(new Line(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    Arrays.asList(((String) r[3]).split(" ", -1)),
                    AssignmentReport.day(r[4]),
                    (Boolean) r[5]));
        }
        return lines;
    }
}
