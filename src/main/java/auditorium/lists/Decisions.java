package auditorium.lists;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Place;
import auditorium.lists.domain.Wanted;
import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What lines of lists ask for, which edition counts, and which own requirements are in use. Whoever changes a list holds its row until
 * the end of the transaction, so that two decide one after the other.
 */
@ApplicationScoped
class Decisions {

    private final EntityManager entities;
    private final Editions editions;
    private final Clock clock;

    Decisions(EntityManager entities, Editions editions, Clock clock) {
        this.entities = entities;
        this.editions = editions;
        this.clock = clock;
    }

    /** How the taking of an edition ended. */
    enum Outcome {
        DONE,
        /** Another edition counts than the one that it was compared with: it has to be compared anew. */
        OUTDATED
    }

    private Optional<UUID> hold(UUID client, UUID list) {
        return Optional.ofNullable((UUID) entities.createNativeQuery(
                        "select current_id from buyer_list where client_id = ?1 and id = ?2 for update", UUID.class)
                .setParameter(1, client)
                .setParameter(2, list)
                .getSingleResultOrNull());
    }

    /** Makes the edition count: what was decided about its lines' forerunners is copied, and the edition before stays as it is. */
    Outcome take(UUID client, UUID list, UUID id, UUID by) {
        Optional<UUID> current = hold(client, list);
        if (current.equals(Optional.of(id))) {
            return Outcome.DONE; // sent twice
        }
        Editions.Edition edition = editions.find(client, id).orElseThrow(NotFoundException::new);
        if (edition.state() != Editions.State.READ || !current.equals(edition.before())) {
            return Outcome.OUTDATED;
        }
        Instant now = clock.instant();
        entities.createNativeQuery("""
                        insert into line_mapping (client_id, id, line_id, requirement, made_by, made_at)
                        select distinct on (c.new_line, m.requirement) m.client_id, uuidv7(), c.new_line, m.requirement, m.made_by, m.made_at
                          from line_change c
                          join line_mapping m on m.client_id = c.client_id and m.line_id = c.old_line and m.ended_at is null
                          join list_line l on l.client_id = c.client_id and l.id = c.new_line and l.wanted = ''
                         where c.client_id = ?1 and c.edition_id = ?2
                         order by c.new_line, m.requirement, m.made_at""")
                .setParameter(1, client)
                .setParameter(2, edition.id())
                .executeUpdate();
        entities.createNativeQuery("""
                        update list_line l set to_check = true
                          from line_change c join list_line o on o.client_id = c.client_id and o.id = c.old_line
                         where c.client_id = ?1 and c.edition_id = ?2 and l.client_id = ?1 and l.id = c.new_line
                           and (o.to_check or (l.wanted = '' and c.kind in ('REWORDED', 'SPLIT', 'MERGED')))
                           and exists (select from line_mapping m where m.client_id = ?1 and m.line_id = c.old_line and m.ended_at is null)""")
                .setParameter(1, client)
                .setParameter(2, edition.id())
                .executeUpdate();
        heed(client, edition.id(), by, now);
        editions.countAnew(edition.rowsTotal());
        entities.createNativeQuery("""
                        update list_edition set state = 'TAKEN', taken_by = ?3, taken_at = ?4, bytes = null
                         where client_id = ?1 and id = ?2""")
                .setParameter(1, client)
                .setParameter(2, edition.id())
                .setParameter(3, by)
                .setParameter(4, now)
                .executeUpdate();
        counts(client, edition.list(), edition.id());
        return Outcome.DONE;
    }

    /** Where the file itself names requirements, as one that was exported here does, it is taken at its word. */
    private void heed(UUID client, UUID edition, UUID by, Instant now) {
        record Mapping(UUID line, String key) {}
        record Own(int number, Wanted wanted) {}
        List<Editions.Placed> saying = editions.lines(client, edition).stream()
                .filter(l -> l.line().wanted().says())
                .toList();
        if (saying.isEmpty()) {
            return;
        }
        Set<Integer> known = known(client);
        List<Own> made = new ArrayList<>();
        List<Mapping> mappings = new ArrayList<>();
        int next = Math.max(
                nextOwn(client),
                1
                        + saying.stream()
                                .flatMap(l -> l.line().wanted().keys().stream())
                                .filter(Wanted::own)
                                .mapToInt(Decisions::number)
                                .max()
                                .orElse(0));
        for (Editions.Placed placed : saying) {
            Wanted wanted = placed.line().wanted();
            for (String key : wanted.keys()) {
                String named = key;
                if (key.equals(Wanted.NEW_OWN)) {
                    made.add(new Own(next, wanted));
                    named = key(next++);
                } else if (Wanted.own(key)) {
                    named = key(number(key));
                    if (known.add(number(key))) {
                        made.add(new Own(number(key), wanted));
                    }
                }
                mappings.add(new Mapping(placed.id(), named));
            }
        }
        editions.batch("""
                insert into own_requirement (client_id, number, kinds, place, made_by, made_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""", made, (s, own) -> {
            s.setObject(1, client);
            s.setInt(2, own.number());
            s.setString(3, written(own.wanted().kinds()));
            s.setString(4, own.wanted().place());
            s.setObject(5, by);
            s.setObject(6, now.atOffset(ZoneOffset.UTC));
        });
        editions.batch("""
                insert into line_mapping (client_id, id, line_id, requirement, made_by, made_at)
                values (?, ?, ?, ?, ?, ?) on conflict (client_id, line_id, requirement) where ended_at is null do nothing""", mappings, (s, mapping) -> {
            s.setObject(1, client);
            s.setObject(2, Ids.next());
            s.setObject(3, mapping.line());
            s.setString(4, mapping.key());
            s.setObject(5, by);
            s.setObject(6, now.atOffset(ZoneOffset.UTC));
        });
    }

    /** Makes the edition before count again. False when this edition does not count, or is the first. */
    boolean undo(UUID client, Editions.Edition edition, UUID by) {
        Optional<UUID> current = hold(client, edition.list());
        if (!current.equals(Optional.of(edition.id())) || edition.before().isEmpty()) {
            return false;
        }
        entities.createNativeQuery("""
                        update list_edition set state = 'UNDONE', undone_by = ?3, undone_at = ?4
                         where client_id = ?1 and id = ?2""")
                .setParameter(1, client)
                .setParameter(2, edition.id())
                .setParameter(3, by)
                .setParameter(4, clock.instant())
                .executeUpdate();
        counts(client, edition.list(), edition.before().get());
        return true;
    }

    private void counts(UUID client, UUID list, UUID edition) {
        entities.createNativeQuery("update buyer_list set current_id = ?3 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, list)
                .setParameter(3, edition)
                .executeUpdate();
        changed(client, list);
    }

    /** Puts a list away, or takes it out again; nothing of it is lost. */
    void archive(UUID client, UUID list, boolean away, UUID by) {
        hold(client, list);
        entities.createNativeQuery("""
                        update buyer_list set archived_at = case when ?3 then coalesce(archived_at, ?4) end,
                               archived_by = case when ?3 then coalesce(archived_by, ?5) end
                         where client_id = ?1 and id = ?2""")
                .setParameter(1, client)
                .setParameter(2, list)
                .setParameter(3, away)
                .setParameter(4, clock.instant())
                .setParameter(5, by)
                .executeUpdate();
        changed(client, list);
    }

    /** Own requirements that no list asks for any more are archived from now on; those that are asked for again come back. */
    private void changed(UUID client, UUID list) {
        entities.createNativeQuery("update buyer_list set revision = revision + 1 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, list)
                .executeUpdate();
        entities.createNativeQuery("""
                        with asked as materialized
                             (select distinct m.requirement from buyer_list b
                                join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                                join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                               where b.client_id = ?1 and b.archived_at is null and m.requirement like 'X-%')
                        update own_requirement r
                           set archived_at = case when r.key in (select requirement from asked) then null else cast(?2 as timestamptz) end
                         where r.client_id = ?1 and (r.key in (select requirement from asked)) = (r.archived_at is not null)""")
                .setParameter(1, client)
                .setParameter(2, clock.instant())
                .executeUpdate();
    }

    /**
     * What somebody decides about a line: which requirements it asks for from now on and which not any more, what department answers for
     * a new requirement of its own, and that its new words were looked at.
     */
    record Decision(UUID line, Set<String> added, Set<String> ended, Optional<DepartmentKind> own, boolean looked) {

        boolean says() {
            return !added.isEmpty() || !ended.isEmpty() || own.isPresent() || looked;
        }
    }

    /** Keeps the decisions; false when the list has another edition by now, so that nothing was kept. */
    boolean decide(UUID client, UUID list, List<Decision> decisions, Map<UUID, String> places, UUID by) {
        Optional<UUID> current = hold(client, list);
        List<Decision> saying = decisions.stream().filter(Decision::says).toList();
        Map<UUID, Set<String>> now = current.map(c -> mapped(client, c, saying)).orElse(Map.of());
        if (!now.keySet().containsAll(saying.stream().map(Decision::line).toList())) {
            return false;
        }
        for (Decision decision : saying) {
            Set<String> mapped = now.getOrDefault(decision.line(), Set.of());
            decision.ended().stream().filter(mapped::contains).forEach(key -> end(client, decision.line(), key, by));
            decision.added().stream()
                    .filter(k -> !mapped.contains(k))
                    .forEach(key -> map(client, decision.line(), key, by));
            // a form that is sent twice makes one requirement
            if (decision.own().isPresent()
                    && mapped.stream()
                            .noneMatch(k -> Wanted.own(k) && !decision.ended().contains(k))) {
                int number = nextOwn(client);
                own(client, number, List.of(decision.own().get()), places.getOrDefault(decision.line(), ""), by);
                map(client, decision.line(), key(number), by);
            }
            entities.createNativeQuery(
                            "update list_line set to_check = false where client_id = ?1 and id = ?2 and to_check and ?3")
                    .setParameter(1, client)
                    .setParameter(2, decision.line())
                    .setParameter(3, decision.looked())
                    .executeUpdate();
        }
        if (!saying.isEmpty()) {
            changed(client, list);
        }
        return true;
    }

    /** What the lines ask for now; a line that is not of the edition is not in it. */
    private Map<UUID, Set<String>> mapped(UUID client, UUID edition, List<Decision> decisions) {
        Map<UUID, Set<String>> mapped = new HashMap<>();
        if (decisions.isEmpty()) {
            return mapped;
        }
        for (Object row : entities.createNativeQuery("""
                        select l.id, m.requirement from list_line l
                          left join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                         where l.client_id = ?1 and l.edition_id = ?2 and cast(l.id as text) = any (string_to_array(?3, ' '))""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .setParameter(
                        3, decisions.stream().map(d -> d.line().toString()).collect(Collectors.joining(" ")))
                .getResultList()) {
            Object[] r = (Object[]) row;
            Set<String> keys = mapped.computeIfAbsent((UUID) r[0], k -> new HashSet<>());
            if (r[1] != null) {
                keys.add((String) r[1]);
            }
        }
        return mapped;
    }

    private void map(UUID client, UUID line, String key, UUID by) {
        entities.createNativeQuery("""
                        insert into line_mapping (client_id, id, line_id, requirement, made_by, made_at) values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (client_id, line_id, requirement) where ended_at is null do nothing""")
                .setParameter(1, client)
                .setParameter(2, Ids.next())
                .setParameter(3, line)
                .setParameter(4, key)
                .setParameter(5, by)
                .setParameter(6, clock.instant())
                .executeUpdate();
    }

    private void end(UUID client, UUID line, String key, UUID by) {
        entities.createNativeQuery("""
                        update line_mapping set ended_by = ?4, ended_at = ?5
                         where client_id = ?1 and line_id = ?2 and requirement = ?3 and ended_at is null""")
                .setParameter(1, client)
                .setParameter(2, line)
                .setParameter(3, key)
                .setParameter(4, by)
                .setParameter(5, clock.instant())
                .executeUpdate();
    }

    private void own(UUID client, int number, Collection<DepartmentKind> kinds, String place, UUID by) {
        entities.createNativeQuery("""
                        insert into own_requirement (client_id, number, kinds, place, made_by, made_at) values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, client)
                .setParameter(2, number)
                .setParameter(3, written(kinds))
                .setParameter(4, place)
                .setParameter(5, by)
                .setParameter(6, clock.instant())
                .executeUpdate();
    }

    /** Who answers for an own requirement and where it is looked at; false when there is none of that number. */
    boolean answer(UUID client, int number, Set<DepartmentKind> kinds, Place place) {
        int changed = entities.createNativeQuery(
                        "update own_requirement set kinds = ?3, place = ?4 where client_id = ?1 and number = ?2")
                .setParameter(1, client)
                .setParameter(2, number)
                .setParameter(3, written(kinds))
                .setParameter(4, place.id())
                .executeUpdate();
        entities.createNativeQuery("update buyer_list set revision = revision + 1 where client_id = ?1")
                .setParameter(1, client)
                .executeUpdate();
        return changed == 1;
    }

    /** The next free number; whoever asks holds it until the transaction ends. */
    private int nextOwn(UUID client) {
        entities.createNativeQuery("select 1 from client where id = ?1 for no key update")
                .setParameter(1, client)
                .getSingleResult();
        return ((Number) entities.createNativeQuery(
                                "select coalesce(max(number), 0) + 1 from own_requirement where client_id = ?1")
                        .setParameter(1, client)
                        .getSingleResult())
                .intValue();
    }

    private Set<Integer> known(UUID client) {
        Set<Integer> known = new HashSet<>();
        for (Object number : entities.createNativeQuery(
                        "select number from own_requirement where client_id = ?1", Integer.class)
                .setParameter(1, client)
                .getResultList()) {
            known.add((Integer) number);
        }
        return known;
    }

    /** {@code X-0012}. */
    static String key(int number) {
        return String.format(Locale.ROOT, "X-%04d", number);
    }

    static int number(String key) {
        return Integer.parseInt(key.substring(2));
    }

    static String written(Collection<DepartmentKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    static Set<DepartmentKind> kinds(String written) {
        Set<DepartmentKind> kinds = new LinkedHashSet<>();
        for (DepartmentKind kind : DepartmentKind.values()) {
            if (List.of(written.split(" ", -1)).contains(kind.name())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
