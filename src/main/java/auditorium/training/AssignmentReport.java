package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person has to learn, and what they hold. */
@ApplicationScoped
public class AssignmentReport {

    private final EntityManager entities;

    AssignmentReport(EntityManager entities) {
        this.entities = entities;
    }

    /** An open turn, with what its reason needs. */
    record Open(
            String lesson,
            String cause,
            String causeOf,
            String rule,
            Text place,
            Optional<LocalDate> priorUntil,
            LocalDate dueOn,
            LocalDate lateFrom) {}

    /** A lesson that was learned as it was asked for. {@code until} is empty when it never ends. */
    record Held(String lesson, Optional<LocalDate> until) {}

    /** The lessons on the person's list, the earliest due date first; one statement. */
    public List<DueLesson> due(UUID client, UUID person, Catalogue catalogue, Lang lang, LocalDate today) {
        return open(client, person).stream()
                .flatMap(o -> DueLesson.of(o, catalogue, lang, today).stream())
                .toList();
    }

    List<Open> open(UUID client, UUID person) {
        List<Open> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select a.lesson, a.cause, coalesce(a.cause_of, ''), coalesce(r.name, ''), d.name_zh, d.name_en, a.prior_until, a.due_on, a.late_from
                          from assignment a
                          join person p on p.client_id = a.client_id and p.id = a.person_id
                          join department d on d.client_id = p.client_id and d.id = p.department_id
                          left join assignment_rule r on r.client_id = a.client_id and r.id = a.rule_id
                         where a.client_id = ?1 and a.person_id = ?2 and a.closed_by is null
                         order by a.due_on, a.lesson""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Open(
                    (String) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    new Text((String) r[4], (String) r[5]),
                    Optional.ofNullable(r[6]).map(AssignmentReport::day),
                    day(r[7]),
                    day(r[8])));
        }
        return all;
    }

    List<Held> held(UUID client, UUID person) {
        List<Held> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select lesson, valid_until from assignment
                         where client_id = ?1 and person_id = ?2 and closed_by is not null order by valid_until, lesson""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Held((String) r[0], Optional.ofNullable(r[1]).map(AssignmentReport::day)));
        }
        return all;
    }

    static LocalDate day(@Nullable Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : LocalDate.parse(String.valueOf(value));
    }
}
