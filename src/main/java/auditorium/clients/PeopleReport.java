package auditorium.clients;

import auditorium.access.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the roster a page at a time; the costs grow with the people of one client, and only a page of them leaves the database. */
@ApplicationScoped
class PeopleReport {

    static final int PAGE = 100;

    private final EntityManager entities;

    PeopleReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Whom to show. {@code department} is empty for all; {@code search} is part of a name, its pinyin, or a number's beginning. */
    record Filter(Optional<UUID> department, String search, Who who, Sort sort) {}

    enum Who {
        WORKING,
        LEFT,
        ALL,
        /** Working, and without a way to sign in. */
        CLOSED
    }

    enum Sort {
        DEPARTMENT("d.position, d.code, p.name_key nulls last, p.number"),
        NAME("p.name_key nulls last, p.number"),
        NUMBER("length(p.number), p.number"),
        JOINED("p.joined_on desc, p.number");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** A person in the list; {@code state} says whether and how they can sign in, NONE without an account; {@code leftOn} is empty for those who work here. */
    record Row(
            UUID id,
            String number,
            String name,
            String department,
            String job,
            boolean leads,
            LocalDate joinedOn,
            String leftOn,
            String state,
            boolean first) {}

    /** One page of the list; {@code total} counts all pages. */
    record Page(List<Row> rows, long total) {}

    Page page(UUID client, Filter filter, int page, boolean english) {
        String name = english ? "d.name_en" : "d.name_zh";
        var query = entities.createNativeQuery(
                        """
                        select p.id, p.number, p.name, %s, p.job, p.leads, p.joined_on, p.left_on,
                               m.account_id is not null, m.suspended_at is not null or a.suspended_at is not null,
                               a.secret_hash is not null, s.account_id is not null,
                               count(*) over (), p.department_id
                          from person p
                          join department d on d.client_id = p.client_id and d.id = p.department_id
                          left join membership m on m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null
                          left join account a on a.id = m.account_id
                          left join start_code s on s.account_id = a.id and s.expires_at > now()
                         where p.client_id = ?1 and (cast(?2 as uuid) is null or p.department_id = ?2)
                           and (?3 = '' or p.name ilike ?4 or p.number ilike ?5 or p.name_latin like ?6)
                           and %s
                         order by %s limit ?7 offset ?8""".formatted(name, who(filter.who()), filter.sort().order), Object[].class)
                .setParameter(1, client)
                .setParameter(2, filter.department().orElse(null))
                .setParameter(3, filter.search())
                .setParameter(4, "%" + like(filter.search()) + "%")
                .setParameter(5, like(filter.search()) + "%")
                .setParameter(
                        6, "%" + like(filter.search().toLowerCase(Locale.ROOT).replace(" ", "")) + "%")
                .setParameter(7, PAGE)
                .setParameter(8, (long) page * PAGE);
        List<?> found = query.getResultList();
        List<Row> rows = new java.util.ArrayList<>();
        @Nullable Object before = null;
        long total = 0;
        for (Object row : found) {
            Object[] r = (Object[]) row;
            total = ((Number) r[12]).longValue();
            rows.add(new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    (Boolean) r[5],
                    (LocalDate) r[6],
                    r[7] == null ? "" : r[7].toString(),
                    state((Boolean) r[8], (Boolean) r[9], (Boolean) r[10], (Boolean) r[11]),
                    !r[13].equals(before)));
            before = r[13];
        }
        return new Page(rows, total);
    }

    private static String who(Who who) {
        return switch (who) {
            case WORKING -> "p.left_on is null";
            case LEFT -> "p.left_on is not null";
            case ALL -> "true";
            case CLOSED -> "p.left_on is null and a.secret_hash is null";
        };
    }

    private static String state(boolean member, boolean suspended, boolean chosen, boolean waiting) {
        if (!member) {
            return "NONE";
        }
        Member.State state = suspended
                ? Member.State.SUSPENDED
                : chosen ? Member.State.READY : waiting ? Member.State.WAITING : Member.State.CLOSED;
        return state.name();
    }

    /** What people type is no pattern. */
    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    Map<UUID, Long> workingByDepartment(UUID client) {
        return counts(
                "select department_id, count(*) from person where client_id = ?1 and left_on is null group by department_id",
                client);
    }

    private Map<UUID, Long> counts(String sql, UUID client) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, client)
                .getResultList();
        Map<UUID, Long> counts = new HashMap<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            counts.put((UUID) r[0], ((Number) r[1]).longValue());
        }
        return counts;
    }

    /** Somebody who works here and has no PIN or password yet. */
    record Waiting(UUID person, String name, String number, UUID department, String departmentName) {}

    private static final String PLACED =
            " from person p join department d on d.client_id = p.client_id and d.id = p.department_id";
    private static final String WITHOUT_SECRET = """
            left join membership m on m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null
            left join account a on a.id = m.account_id
            where p.client_id = ?1 and p.left_on is null
              and (m.id is null or (m.role = 'WORKER' and m.suspended_at is null and a.suspended_at is null and a.secret_hash is null))""";

    /** Workers without a PIN, by department and in the order of pinyin: those whom a slip would help. */
    List<Waiting> waiting(UUID client, Optional<UUID> department, boolean english) {
        return placed(
                PLACED + " " + WITHOUT_SECRET + " and (cast(?2 as uuid) is null or p.department_id = ?2)"
                        + " order by d.position, d.code, p.name_key nulls last, p.number",
                client,
                department,
                english);
    }

    /** Everybody of a department, for their badges. */
    List<Waiting> badges(UUID client, UUID department, boolean english, int most) {
        return placed(
                PLACED + " where p.client_id = ?1 and p.department_id = ?2 and p.left_on is null"
                        + " order by p.name_key nulls last, p.number limit " + most,
                client,
                Optional.of(department),
                english);
    }

    private List<Waiting> placed(String from, UUID client, Optional<UUID> department, boolean english) {
        List<?> rows = entities.createNativeQuery(
                        "select p.id, p.name, p.number, d.id, " + (english ? "d.name_en" : "d.name_zh") + from,
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, department.orElse(null))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Waiting((UUID) r[0], (String) r[1], (String) r[2], (UUID) r[3], (String) r[4]))
                .toList();
    }

    Map<UUID, Long> withoutSecret(UUID client) {
        return counts(
                "select p.department_id, count(*) from person p " + WITHOUT_SECRET + " group by p.department_id",
                client);
    }

    /** Something that happened to a person. */
    record Step(String kind, String department, LocalDate on) {}

    List<Step> steps(UUID client, UUID person, boolean english) {
        List<?> rows = entities.createNativeQuery(
                        "select s.kind, " + (english ? "d.name_en" : "d.name_zh")
                                + ", s.on_date from person_step s join department d on d.client_id = s.client_id and d.id = s.department_id"
                                + " where s.client_id = ?1 and s.person_id = ?2 order by s.made_at, s.id",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Step((String) r[0], (String) r[1], (LocalDate) r[2]))
                .toList();
    }
}
