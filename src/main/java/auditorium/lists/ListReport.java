package auditorium.lists;

import auditorium.lists.domain.ListComparison;
import auditorium.lists.domain.ListLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads customers' lists for their pages, a page at a time. */
@ApplicationScoped
class ListReport {

    private final EntityManager entities;

    ListReport(EntityManager entities) {
        this.entities = entities;
    }

    /** A list with how far it is; {@code draft} is an edition that waits for a decision. */
    record Row(
            UUID id,
            String title,
            boolean archived,
            Optional<UUID> current,
            int number,
            Optional<Instant> takenAt,
            int lines,
            int open,
            int look,
            Optional<UUID> draft) {

        int done() {
            return lines - open;
        }
    }

    private static final String ROWS = """
            select b.id, b.title, b.archived_at is not null, b.current_id, e.number, e.taken_at, c.lines, c.open, c.look, d.id as draft
              from buyer_list b
              left join list_edition e on e.client_id = b.client_id and e.id = b.current_id
              left join lateral
                   (select count(*) as lines, count(*) filter (where l.to_check) as look,
                           count(*) filter (where not exists (select from line_mapping m where m.client_id = l.client_id and m.line_id = l.id
                                                                 and m.ended_at is null)) as open
                      from list_line l where l.client_id = b.client_id and l.edition_id = b.current_id) c on true
              left join lateral
                   (select x.id from list_edition x where x.client_id = b.client_id and x.list_id = b.id
                       and x.state in ('COLUMNS', 'READING', 'READ') order by x.number desc limit 1) d on true
             where b.client_id = ?1 and (cast(?2 as uuid) is null or b.id = cast(?2 as uuid))
             order by b.archived_at nulls first, b.made_at, b.id""";

    /** All lists of the client, those put away last. */
    List<Row> lists(UUID client) {
        return rows(client, null);
    }

    Optional<Row> list(UUID client, UUID list) {
        return rows(client, list.toString()).stream().findFirst();
    }

    private List<Row> rows(UUID client, @Nullable String list) {
        List<Row> rows = new ArrayList<>();
        for (Object row : entities.createNativeQuery(ROWS, Object[].class)
                .setParameter(1, client)
                .setParameter(2, list)
                .getResultList()) {
            Object[] r = (Object[]) row;
            rows.add(new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (Boolean) r[2],
                    Optional.ofNullable((UUID) r[3]),
                    r[4] == null ? 0 : (Integer) r[4],
                    Optional.ofNullable((Instant) r[5]),
                    ((Number) r[6]).intValue(),
                    ((Number) r[7]).intValue(),
                    ((Number) r[8]).intValue(),
                    Optional.ofNullable((UUID) r[9])));
        }
        return rows;
    }

    /** A line with the keys that it asks for. */
    record Line(UUID id, int position, ListLine line, String suggested, boolean toCheck, List<String> keys) {}

    /** What is to be shown: all lines, or those that nobody decided on, whose words have changed, or that are the client's own. */
    enum Show {
        ALL,
        OPEN,
        LOOK,
        OWN
    }

    /** Some lines of an edition, and how many there are of the kind. */
    record Lines(List<Line> lines, int total) {}

    Lines lines(UUID client, UUID edition, Show show, String section, int from, int most) {
        List<Line> lines = new ArrayList<>();
        int total = 0;
        for (Object row : entities.createNativeQuery("""
                        with asked as materialized
                             (select m.line_id, string_agg(m.requirement, ' ' order by m.requirement) as keys
                                from list_line l join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                               where l.client_id = ?1 and l.edition_id = ?2 group by m.line_id)
                        select l.id, l.position, l.section, l.reference, l.zh, l.en, l.grade, l.suggested, l.to_check, coalesce(a.keys, '') as keys,
                               count(*) over () as total
                          from list_line l left join asked a on a.line_id = l.id
                         where l.client_id = ?1 and l.edition_id = ?2 and (?3 = '' or l.section = ?3)
                           and (?4 = 'ALL' or (?4 = 'OPEN' and a.keys is null) or (?4 = 'LOOK' and l.to_check)
                                or (?4 = 'OWN' and a.keys like '%X-%'))
                         order by l.position offset ?5 rows fetch first ?6 rows only""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .setParameter(3, section)
                .setParameter(4, show.name())
                .setParameter(5, from)
                .setParameter(6, most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            String keys = (String) r[9];
            lines.add(new Line(
                    (UUID) r[0],
                    (Integer) r[1],
                    Editions.line(r, 2, ""),
                    (String) r[7],
                    (Boolean) r[8],
                    keys.isEmpty() ? List.of() : List.of(keys.split(" ", -1))));
            total = ((Number) r[10]).intValue();
        }
        return new Lines(lines, total);
    }

    /** The sections in the order of the list, each with how many lines it has. */
    Map<String, Integer> sections(UUID client, UUID edition) {
        Map<String, Integer> sections = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select section, count(*) from list_line where client_id = ?1 and edition_id = ?2 and section <> ''
                         group by section order by min(position)""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .getResultList()) {
            Object[] r = (Object[]) row;
            sections.put((String) r[0], ((Number) r[1]).intValue());
        }
        return sections;
    }

    /** An edition as the history shows it. */
    record Past(
            UUID id,
            int number,
            String fileName,
            Editions.State state,
            String madeBy,
            Instant madeAt,
            String undoneBy,
            Optional<Instant> undoneAt,
            boolean compared) {}

    /** The newest first. */
    List<Past> editions(UUID client, UUID list) {
        List<Past> editions = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select e.id, e.number, e.file_name, e.state, a.name, e.made_at, coalesce(u.name, ''), e.undone_at, e.before_id is not null
                          from list_edition e join account a on a.id = e.made_by left join account u on u.id = e.undone_by
                         where e.client_id = ?1 and e.list_id = ?2 order by e.number desc""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, list)
                .getResultList()) {
            Object[] r = (Object[]) row;
            editions.add(new Past(
                    (UUID) r[0],
                    (Integer) r[1],
                    (String) r[2],
                    Editions.State.valueOf((String) r[3]),
                    (String) r[4],
                    (Instant) r[5],
                    (String) r[6],
                    Optional.ofNullable((Instant) r[7]),
                    (Boolean) r[8]));
        }
        return editions;
    }

    /** How many changes of each kind an edition brings. */
    Map<ListComparison.Kind, Integer> changes(UUID client, UUID edition) {
        Map<ListComparison.Kind, Integer> changes = new EnumMap<>(ListComparison.Kind.class);
        for (Object row : entities.createNativeQuery("""
                        select kind, count(distinct number) from line_change where client_id = ?1 and edition_id = ?2 group by kind""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .getResultList()) {
            Object[] r = (Object[]) row;
            changes.put(ListComparison.Kind.valueOf((String) r[0]), ((Number) r[1]).intValue());
        }
        return changes;
    }

    /** A line on one side of a change, with what it asked for. */
    record Side(UUID id, int position, ListLine line, String keys) {}

    /** A change with its lines; {@code percent} is how much a reworded line is still the same. */
    record Changed(int number, int percent, List<Side> before, List<Side> after) {}

    /** Changes of a kind, from the {@code from}th on. */
    List<Changed> changed(UUID client, UUID edition, ListComparison.Kind kind, int from, int most) {
        record Sides(int percent, Map<UUID, Side> before, Map<UUID, Side> after) {}
        Map<Integer, Sides> byNumber = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select c.number, c.percent, o.id, o.position, o.section, o.reference, o.zh, o.en, o.grade,
                               coalesce((select string_agg(m.requirement, ' ' order by m.requirement) from line_mapping m
                                          where m.client_id = c.client_id and m.line_id = o.id and m.ended_at is null), ''),
                               n.id as new_id, n.position as new_position, n.section as new_section, n.reference as new_reference, n.zh as new_zh,
                               n.en as new_en, n.grade as new_grade
                          from line_change c
                          left join list_line o on o.client_id = c.client_id and o.id = c.old_line
                          left join list_line n on n.client_id = c.client_id and n.id = c.new_line
                         where c.client_id = ?1 and c.edition_id = ?2 and c.kind = ?3
                           and c.number in (select distinct d.number from line_change d where d.client_id = ?1 and d.edition_id = ?2 and d.kind = ?3
                                             order by d.number offset ?4 rows fetch first ?5 rows only)
                         order by c.number, o.position, n.position""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .setParameter(3, kind.name())
                .setParameter(4, from)
                .setParameter(5, most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            Sides sides = byNumber.computeIfAbsent(
                    (Integer) r[0], k -> new Sides((Integer) r[1], new LinkedHashMap<>(), new LinkedHashMap<>()));
            if (r[2] != null) {
                sides.before().put((UUID) r[2], new Side((UUID) r[2], (Integer) r[3], Editions.line(r, 4, ""), (String)
                        r[9]));
            }
            if (r[10] != null) {
                sides.after().put((UUID) r[10], new Side((UUID) r[10], (Integer) r[11], Editions.line(r, 12, ""), ""));
            }
        }
        List<Changed> changed = new ArrayList<>();
        byNumber.forEach((number, s) -> changed.add(new Changed(
                number,
                s.percent(),
                List.copyOf(s.before().values()),
                List.copyOf(s.after().values()))));
        return changed;
    }

    /** Who answers for an own requirement and where, as it is kept. */
    record Own(String key, String kinds, String place, Optional<Instant> archivedAt) {}

    /** Own requirements in the order of their numbers, those that nothing asks for any more last. */
    List<Own> own(UUID client, int from, int most) {
        List<Own> own = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select key, kinds, place, archived_at from own_requirement where client_id = ?1
                         order by archived_at is not null, number offset ?2 rows fetch first ?3 rows only""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, from)
                .setParameter(3, most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            own.add(new Own((String) r[0], (String) r[1], (String) r[2], Optional.ofNullable((Instant) r[3])));
        }
        return own;
    }

    int owns(UUID client) {
        return ((Number) entities.createNativeQuery("select count(*) from own_requirement where client_id = ?1")
                        .setParameter(1, client)
                        .getSingleResult())
                .intValue();
    }
}
