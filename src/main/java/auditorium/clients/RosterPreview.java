package auditorium.clients;

import auditorium.access.Role;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.domain.KindGuess;
import auditorium.clients.domain.RosterChoices;
import auditorium.clients.domain.RosterRemark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list would change, for whoever decides: numbers of everything, and the first names of each kind. */
@ApplicationScoped
class RosterPreview {

    private static final int MOST_FAULTS = 500;
    private static final int MOST_NAMES = 100;

    private final EntityManager entities;
    private final RosterImports imports;
    private final Departments departments;
    private final Words words;

    RosterPreview(EntityManager entities, RosterImports imports, Departments departments, Words words) {
        this.entities = entities;
        this.imports = imports;
        this.departments = departments;
        this.words = words;
    }

    /** A row with what is said about it. */
    record Said(long row, String number, String name, List<String> sentences) {}

    /** Somebody with what changes for them. */
    record Changed(String number, String name, String what) {}

    /** A department that is not known, with the proposed choice. */
    record Unknown(String key, String name, long people, String choice) {}

    /** Everything a person needs to decide. */
    record View(
            Map<String, Long> counts,
            List<Said> faults,
            List<Said> notes,
            List<Changed> changed,
            List<Changed> fresh,
            List<Changed> leavers,
            List<Changed> back,
            List<Unknown> unknown,
            long missing,
            List<Changed> missingNames,
            long working) {

        public long count(String action) {
            return counts.getOrDefault(action, 0L);
        }

        public boolean sound() {
            return count("FAULT") == 0;
        }

        /** Whether taking it would do anything, people who are missing aside. */
        public boolean anything() {
            return count("NEW") + count("CHANGE") + count("LEAVE") + count("CAME_BACK") > 0;
        }

        /** More than every third would go: most likely it is not a list of everybody. */
        public boolean manyMissing() {
            return missing * 3 > working;
        }
    }

    View of(UUID client, Import list, Set<Role> gives, UUID by) {
        Map<String, Long> counts = new HashMap<>();
        for (Object[] r : rows(
                "select action, count(*) from roster_row where client_id = ?1 and import_id = ?2 group by action",
                client,
                list)) {
            counts.put((String) r[0], ((Number) r[1]).longValue());
        }
        List<Changed> missing = missing(client, list, gives, by);
        long working = ((Number) entities.createNativeQuery(
                                "select count(*) from person where client_id = ?1 and left_on is null")
                        .setParameter(1, client)
                        .getSingleResult())
                .longValue();
        return new View(
                counts,
                said(client, list, "action = 'FAULT'", MOST_FAULTS),
                said(client, list, "action <> 'FAULT' and remarks <> ''", MOST_NAMES),
                changed(client, list),
                named(client, list, "NEW"),
                named(client, list, "LEAVE"),
                named(client, list, "CAME_BACK"),
                unknown(client, list),
                missing.size(),
                missing.stream().limit(MOST_NAMES).toList(),
                working);
    }

    private List<Said> said(UUID client, Import list, String which, int most) {
        return rows(
                        "select row, number, name, remarks from roster_row where client_id = ?1 and import_id = ?2 and "
                                + which + " order by row limit " + most,
                        client,
                        list)
                .stream()
                .map(r -> new Said(
                        ((Number) r[0]).longValue(),
                        (String) r[1],
                        (String) r[2],
                        RosterRemark.read((String) r[3]).stream()
                                .filter(m -> m.kind().fault() || !which.contains("= 'FAULT'"))
                                .map(this::sentence)
                                .toList()))
                .toList();
    }

    private String sentence(RosterRemark remark) {
        RosterMessages m = words.roster();
        String d = remark.detail();
        return switch (remark.kind()) {
            case NUMBER_MISSING -> m.row_number_missing();
            case NUMBER_LONG -> m.row_number_long(d);
            case NUMBER_ROUNDED -> m.row_number_rounded(d);
            case NUMBER_TWICE -> m.row_number_twice(d);
            case NUMBER_REUSED -> m.row_number_reused(d);
            case ZEROS_LOST -> m.row_zeros_lost(d);
            case NAME_MISSING -> m.row_name_missing();
            case TEXT_LONG -> m.row_text_long(d);
            case FORMULA_EMPTY -> m.row_formula_empty();
            case DEPARTMENT_MISSING -> m.row_department_missing();
            case JOINED_MISSING -> m.row_joined_missing();
            case DATE_UNKNOWN -> m.row_date_unknown(d);
            case DATE_ODD -> m.row_date_odd(d);
            case LEFT_BEFORE_JOINING -> m.row_left_before_joining(d);
            case NOT_YOURS -> m.row_not_yours(d);
            case LEAVES_LATER -> m.row_leaves_later(d);
            case LEFT_WITHOUT_DATE -> m.row_left_without_date();
            case NAME_CHANGES -> m.row_name_changes(d);
        };
    }

    private List<Changed> named(UUID client, Import list, String action) {
        return rows(
                        "select number, name, department, left_on from roster_row where client_id = ?1 and import_id = ?2 and action = '"
                                + action + "' order by row limit " + MOST_NAMES,
                        client,
                        list)
                .stream()
                .map(r -> new Changed(
                        (String) r[0], (String) r[1], r[3] == null ? (String) r[2] : ((LocalDate) r[3]).toString()))
                .toList();
    }

    private List<Changed> changed(UUID client, Import list) {
        String department = words.lang() == auditorium.platform.Lang.EN ? "d.name_en" : "d.name_zh";
        Map<String, Department> known = imports.departments(client, departments.inOrder());
        List<Changed> all = new ArrayList<>();
        for (Object[] r : rows(
                "select r.number, r.name, p.name, r.department, r.department_key, p.department_id, " + department
                        + ", r.job, p.job, r.joined_on, p.joined_on, r.leads, p.leads from roster_row r"
                        + " join person p on p.client_id = r.client_id and p.id = r.person_id"
                        + " join department d on d.client_id = p.client_id and d.id = p.department_id"
                        + " where r.client_id = ?1 and r.import_id = ?2 and r.action = 'CHANGE' order by r.row limit "
                        + MOST_NAMES,
                client,
                list)) {
            List<String> what = new ArrayList<>();
            differs(what, (String) r[2], (String) r[1]);
            Department now = known.get((String) r[4]);
            if (!((String) r[3]).isEmpty() && (now == null || !now.id().equals(r[5]))) {
                differs(what, (String) r[6], (String) r[3]);
            }
            differs(what, (String) r[8], (String) r[7]);
            differs(what, r[10].toString(), text(r[9]));
            if (r[11] != null && !r[11].equals(r[12])) {
                what.add(
                        (Boolean) r[11]
                                ? words.roster().now_leads()
                                : words.roster().leads_no_more());
            }
            all.add(new Changed((String) r[0], (String) r[1], String.join(" · ", what)));
        }
        return all;
    }

    private static void differs(List<String> what, String before, String given) {
        if (!given.isEmpty() && !given.equals(before)) {
            what.add((before.isEmpty() ? "–" : before) + " → " + given);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private List<Unknown> unknown(UUID client, Import list) {
        Map<String, Department> known = imports.departments(client, departments.inOrder());
        RosterChoices choices = RosterChoices.read(list.choices());
        return rows("""
                        select department_key, min(department), count(*) from roster_row
                         where client_id = ?1 and import_id = ?2 and department_key <> ''
                           and action in ('NEW', 'CHANGE', 'CAME_BACK', 'FAULT')
                         group by department_key order by min(row)""", client, list).stream()
                .filter(r -> !known.containsKey((String) r[0]))
                .map(r -> new Unknown(
                        (String) r[0],
                        (String) r[1],
                        ((Number) r[2]).longValue(),
                        choices.departments()
                                .getOrDefault((String) r[0], new RosterChoices.Choice.New(KindGuess.of((String) r[1])))
                                .written()))
                .toList();
    }

    private List<Changed> missing(UUID client, Import list, Set<Role> gives, UUID by) {
        String people = RosterTaking.missingPeople(gives)
                .replace("cast(:day as date) as left_on", "p.number, p.name")
                .replace(":client", "?1")
                .replace(":import", "?2")
                .replace(":by", "?3");
        List<?> rows = entities.createNativeQuery(people + " order by length(p.number), p.number", Object[].class)
                .setParameter(1, client)
                .setParameter(2, list.id())
                .setParameter(3, by)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Changed((String) r[1], (String) r[2], ""))
                .toList();
    }

    private List<Object[]> rows(String sql, UUID client, Import list) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, client)
                .setParameter(2, list.id())
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
