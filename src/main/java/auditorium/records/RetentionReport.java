package auditorium.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Who has left a factory, and what it still has of them. */
@ApplicationScoped
class RetentionReport {

    private static final String LEAVERS = """
            select p.id, p.number, p.name, cast(p.left_on as text) as left_on,
            (select count(*) from record_personal r where r.client_id = p.client_id and r.value is not null
            and (r.holder = p.id or r.holder in (select m.account_id from membership m
            where m.client_id = p.client_id and m.person_id = p.id))) as words,
            (select count(*) from answer_event e join attempt a on a.client_id = e.client_id and a.id = e.attempt_id
            where a.client_id = p.client_id and a.person_id = p.id)
            + (select count(*) from card_seen c where c.client_id = p.client_id and c.person_id = p.id)
            + (select count(*) from mastery y where y.client_id = p.client_id and y.person_id = p.id)
            + (select count(*) from mock_standing o where o.client_id = p.client_id and o.person_id = p.id)
            + (select count(*) from practice_card f where f.client_id = p.client_id and f.person_id = p.id)
            + (select count(*) from practice_review v where v.client_id = p.client_id and v.person_id = p.id)
            + (select count(*) from calendar_feed u where u.client_id = p.client_id and u.person_id = p.id)
            + (select count(*) from reminder n where n.client_id = p.client_id and n.person_id = p.id) as removed,
            (select count(*) from attempt a where a.client_id = p.client_id and a.person_id = p.id)
            + (select count(*) from achievement h where h.client_id = p.client_id and h.person_id = p.id)
            + (select count(*) from lesson_completion l where l.client_id = p.client_id and l.person_id = p.id)
            + (select count(*) from certificate x where x.client_id = p.client_id and x.person_id = p.id) as kept
            from person p
            where p.client_id = ?1 and p.erased_at is null and p.left_on between ?2 and ?3""";

    private final EntityManager entities;

    RetentionReport(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Somebody who has left: what would be emptied and removed, and what would stay without a name.
     *
     * @param words names and words beside the record
     * @param removed answers, cards seen, practice, reminders and what they knew
     * @param kept attempts, lessons read and mastered, and certificates
     */
    record Leaver(UUID id, String number, String name, LocalDate leftOn, long words, long removed, long kept) {}

    /** What an erasure of several people would do. */
    record Sum(long people, long words, long removed, long kept) {}

    /** An erasure that was done. */
    record Done(String on, String ground, String reason, String by, long names, long removed) {}

    /** Those who left in a time, not erased yet, the longest gone first. Days are inclusive. */
    List<Leaver> leavers(UUID client, LocalDate from, LocalDate until, int most) {
        return within(LEAVERS + " order by p.left_on, p.number", client, from, until)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(r -> new Leaver(
                        (UUID) r[0],
                        text(r[1]),
                        text(r[2]),
                        LocalDate.parse(text(r[3])),
                        count(r[4]),
                        count(r[5]),
                        count(r[6])))
                .toList();
    }

    /** The same people, counted and added up. */
    Sum sum(UUID client, LocalDate from, LocalDate until) {
        Object[] r = within(
                        "select count(*), coalesce(sum(words), 0), coalesce(sum(removed), 0), coalesce(sum(kept), 0) from ("
                                + LEAVERS + ") gone",
                        client,
                        from,
                        until)
                .getSingleResult();
        return new Sum(count(r[0]), count(r[1]), count(r[2]), count(r[3]));
    }

    private NativeQuery<Object[]> within(String sql, UUID client, LocalDate from, LocalDate until) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter(1, client)
                .setParameter(2, from)
                .setParameter(3, until);
    }

    long left(UUID client, LocalDate from, LocalDate until) {
        return count(entities.createNativeQuery(
                        "select count(*) from person where client_id = ?1 and erased_at is null and left_on between ?2 and ?3")
                .setParameter(1, client)
                .setParameter(2, from)
                .setParameter(3, until)
                .getSingleResult());
    }

    /** The latest erasures. */
    List<Done> done(UUID client, String zone, int most) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("""
                        select to_char(made_at at time zone ?2, 'YYYY-MM-DD HH24:MI'), ground, reason, made_by_name, names, rows_removed
                          from erasure where client_id = ?1 order by made_at desc""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, zone)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(r -> new Done(text(r[0]), text(r[1]), text(r[2]), text(r[3]), count(r[4]), count(r[5])))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static long count(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
