package auditorium.clients;

import auditorium.access.Role;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.domain.KindGuess;
import auditorium.clients.domain.RosterChoices;
import auditorium.library.content.DepartmentKind;
import auditorium.platform.Ids;
import auditorium.platform.ManyRows;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes a list that was checked, in the caller's one transaction: a dozen statements over all rows at once, however long the list is.
 * Lists of one factory are taken one after the other.
 */
@ApplicationScoped
class RosterTaking {

    private final EntityManager entities;
    private final RosterImports imports;
    private final Departments departments;
    private final ManyRows many;
    private final Clock clock;

    RosterTaking(EntityManager entities, RosterImports imports, Departments departments, ManyRows many, Clock clock) {
        this.entities = entities;
        this.imports = imports;
        this.departments = departments;
        this.many = many;
        this.clock = clock;
    }

    /** Answers what was done, as {@code NEW=3 CHANGE=2 …}. */
    String take(UUID client, Import list, RosterWork.Who who, LocalDate today) {
        RosterChoices choices = RosterChoices.read(list.choices());
        entities.createNativeQuery("select 1 from client where id = ?1 for update")
                .setParameter(1, client)
                .getSingleResult();
        int made = findDepartments(client, list.id(), choices);
        Map<String, Integer> done = new LinkedHashMap<>();
        entities.unwrap(Session.class).doWork(c -> {
            RosterStatements all = new RosterStatements(c, client, list.id(), who.account(), clock.instant());
            if (all.count(
                            "select count(*) from roster_row where client_id = :client and import_id = :import and action = 'FAULT'")
                    > 0) {
                throw new IllegalStateException("a list with faults is not taken");
            }
            done.put("CHANGE", change(all, today));
            done.put("CAME_BACK", comeBack(all, today));
            done.put("NEW", join(all, list));
            follow(all);
            done.put("LEAVE", leave(all, LEAVERS, null));
            boolean everybody = choices.missingLeftOn().isPresent();
            done.put(
                    "MISSING",
                    everybody
                            ? leave(
                                    all,
                                    missingPeople(who.gives()),
                                    choices.missingLeftOn().get())
                            : 0);
        });
        many.came(
                "count_people_anew",
                done.values().stream().mapToInt(Integer::intValue).sum());
        done.put("DEPARTMENTS", made);
        StringBuilder result = new StringBuilder();
        done.forEach((what, n) -> result.append(what).append('=').append(n).append(' '));
        return result.toString().strip();
    }

    /** Finds or makes the department of each row; answers how many were made. */
    private int findDepartments(UUID client, UUID list, RosterChoices choices) {
        List<Department> all = new ArrayList<>(departments.inOrder());
        Map<String, Department> known = imports.departments(client, all);
        Set<String> codes = new HashSet<>();
        all.forEach(d -> codes.add(d.code().toUpperCase(java.util.Locale.ROOT)));
        int made = 0;
        for (Map.Entry<String, String> asked : named(client, list).entrySet()) {
            Department department = known.get(asked.getKey());
            if (department == null) {
                RosterChoices.Choice choice = choices.departments()
                        .getOrDefault(asked.getKey(), new RosterChoices.Choice.New(KindGuess.of(asked.getValue())));
                department = switch (choice) {
                    case RosterChoices.Choice.Known(UUID id) -> alias(client, asked.getKey(), id, all);
                    case RosterChoices.Choice.New(DepartmentKind kind) -> {
                        Department fresh = new Department(
                                Ids.next(),
                                code(kind, codes),
                                kind,
                                new Text(asked.getValue(), asked.getValue()),
                                all.size());
                        departments.persist(fresh);
                        all.add(fresh);
                        made++;
                        yield fresh;
                    }
                };
            }
            entities.createNativeQuery(
                            "update roster_row set department_id = ?4 where client_id = ?1 and import_id = ?2 and department_key = ?3")
                    .setParameter(1, client)
                    .setParameter(2, list)
                    .setParameter(3, asked.getKey())
                    .setParameter(4, department.id())
                    .executeUpdate();
        }
        departments.flush();
        return made;
    }

    /** The departments that the list speaks of where it matters, by key. */
    private Map<String, String> named(UUID client, UUID list) {
        List<?> rows = entities.createNativeQuery("""
                        select department_key, min(department) from roster_row
                         where client_id = ?1 and import_id = ?2 and department_key <> '' and action in ('NEW', 'CHANGE', 'CAME_BACK')
                         group by department_key order by min(row)""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, list)
                .getResultList();
        Map<String, String> named = new LinkedHashMap<>();
        rows.stream().map(Object[].class::cast).forEach(r -> named.put((String) r[0], (String) r[1]));
        return named;
    }

    private Department alias(UUID client, String key, UUID id, List<Department> all) {
        Department department =
                all.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
        entities.createNativeQuery(
                        "insert into department_alias (client_id, alias, department_id) values (?1, ?2, ?3) on conflict (client_id, alias) do update set department_id = excluded.department_id")
                .setParameter(1, client)
                .setParameter(2, key)
                .setParameter(3, id)
                .executeUpdate();
        return department;
    }

    /** The kind's letters, with a number from the second on. */
    private static String code(DepartmentKind kind, Set<String> taken) {
        String code = kind.name();
        for (int n = 2; !taken.add(code); n++) {
            code = kind.name() + n;
        }
        return code;
    }

    private static final String ROWS =
            " from roster_row r where r.client_id = :client and r.import_id = :import and r.action = ";
    private static final String FACTS = """
             name = r.name, name_key = coalesce(r.name_key, p.name_key), name_latin = coalesce(r.name_latin, p.name_latin),
             department_id = coalesce(r.department_id, p.department_id), job = coalesce(nullif(r.job, ''), p.job),
             joined_on = coalesce(r.joined_on, p.joined_on), leads = coalesce(r.leads, p.leads)""";
    private static final String SAME_PERSON = " and p.client_id = r.client_id and p.id = r.person_id";
    private static final String STEP =
            "insert into person_step (client_id, id, person_id, kind, department_id, on_date, made_by, made_at) ";

    private static int change(RosterStatements all, LocalDate today) throws SQLException {
        all.update(
                STEP
                        + "select p.client_id, gen_random_uuid(), p.id, 'MOVED', r.department_id, :day, :by, :now from roster_row r, person p"
                        + " where r.client_id = :client and r.import_id = :import and r.action = 'CHANGE'" + SAME_PERSON
                        + " and p.left_on is null and r.department_id <> p.department_id",
                today);
        return all.update(
                "update person p set " + FACTS + ROWS + "'CHANGE'" + SAME_PERSON + " and p.left_on is null"
                        + " and (p.name <> r.name or r.department_id <> p.department_id or p.job <> coalesce(nullif(r.job, ''), p.job)"
                        + " or p.joined_on <> coalesce(r.joined_on, p.joined_on) or p.leads <> coalesce(r.leads, p.leads))",
                null);
    }

    private static int comeBack(RosterStatements all, LocalDate today) throws SQLException {
        all.update(
                STEP
                        + "select p.client_id, gen_random_uuid(), p.id, 'CAME_BACK', coalesce(r.department_id, p.department_id),"
                        + " case when r.joined_on > p.left_on then r.joined_on else :day end, :by, :now from roster_row r, person p"
                        + " where r.client_id = :client and r.import_id = :import and r.action = 'CAME_BACK'"
                        + SAME_PERSON
                        + " and p.left_on is not null",
                today);
        return all.update(
                "update person p set left_on = null, " + FACTS + ROWS + "'CAME_BACK'" + SAME_PERSON
                        + " and p.left_on is not null",
                null);
    }

    private static int join(RosterStatements all, Import list) throws SQLException {
        @Nullable LocalDate otherwise = list.joinedByDefault().orElse(null);
        int joined = all.update(
                "insert into person (client_id, id, department_id, number, name, name_key, name_latin, job, leads, joined_on)"
                        + " select r.client_id, r.person_id, r.department_id, r.number, r.name, r.name_key, r.name_latin, r.job,"
                        + " coalesce(r.leads, false), coalesce(r.joined_on, :day)" + ROWS + "'NEW'",
                otherwise);
        all.update(
                STEP
                        + "select r.client_id, gen_random_uuid(), r.person_id, 'JOINED', r.department_id, coalesce(r.joined_on, :day), :by, :now"
                        + ROWS + "'NEW'",
                otherwise);
        return joined;
    }

    /** Accounts are called like their people, and workers sit where their people sit. */
    private static void follow(RosterStatements all) throws SQLException {
        all.update("""
                update account a set name = r.name from roster_row r, membership m
                 where r.client_id = :client and r.import_id = :import and r.action in ('CHANGE', 'CAME_BACK')
                   and m.client_id = r.client_id and m.person_id = r.person_id and a.id = m.account_id and a.name <> r.name
                   and not exists (select from membership o where o.account_id = a.id and o.client_id <> r.client_id and o.ended_at is null)""", null);
        all.update("""
                update membership m set department_id = r.department_id from roster_row r
                 where r.client_id = :client and r.import_id = :import and r.action in ('CHANGE', 'CAME_BACK')
                   and m.client_id = r.client_id and m.person_id = r.person_id and m.role = 'WORKER'
                   and r.department_id is not null and m.department_id <> r.department_id""", null);
    }

    private static final String LEAVERS =
            "select p.id, r.left_on from person p, roster_row r where r.client_id = :client and r.import_id = :import"
                    + " and r.action = 'LEAVE'" + SAME_PERSON + " and p.left_on is null";

    private static int leave(RosterStatements all, String leavers, @Nullable LocalDate day) throws SQLException {
        all.update(
                STEP
                        + "select p.client_id, gen_random_uuid(), p.id, 'LEFT', p.department_id, l.left_on, :by, :now from person p, ("
                        + leavers + ") l where p.client_id = :client and p.id = l.id",
                day);
        all.update(
                "delete from login_session where account_id in (select m.account_id from membership m, (" + leavers
                        + ") l where m.client_id = :client and m.person_id = l.id and m.ended_at is null)",
                day);
        all.update(
                "update membership m set ended_at = :now, ended_by = :by from (" + leavers
                        + ") l where m.client_id = :client and m.person_id = l.id and m.ended_at is null",
                day);
        return all.update(
                "update person p set left_on = l.left_on, audit_role = null from (" + leavers
                        + ") l where p.client_id = :client and p.id = l.id",
                day);
    }

    /** Working people whom the list does not name and whose access may be ended by somebody who gives these roles. */
    static String missingPeople(Set<Role> gives) {
        String roles = gives.isEmpty()
                ? "''"
                : gives.stream().map(r -> "'" + r.name() + "'").sorted().collect(Collectors.joining(", "));
        return "select p.id, cast(:day as date) as left_on from person p"
                + " left join membership m on m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null"
                + " where p.client_id = :client and p.left_on is null"
                + " and not exists (select from roster_row r where r.client_id = p.client_id and r.import_id = :import and r.number = p.number)"
                + " and (m.id is null or (m.role in (" + roles + ") and m.account_id <> :by))";
    }
}
