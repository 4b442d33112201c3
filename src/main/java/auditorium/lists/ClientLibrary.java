package auditorium.lists;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.Versions;
import auditorium.library.content.Area;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Method;
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.Standard;
import auditorium.library.content.Tier;
import auditorium.lists.domain.ListLine;
import auditorium.lists.domain.OwnWords;
import auditorium.lists.domain.Wanted;
import auditorium.platform.CurrentClient;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue as a client sees it: what everybody has, the client's own requirements, and its customers' lists as standards made from
 * what their lines were mapped to. Remembered until one of the lists changes, which one short statement tells.
 */
@ApplicationScoped
public class ClientLibrary {

    /** The area of own requirements; its id begins their keys. */
    public static final Area AREA = new Area("X", new Text("客户自有要求", "Customers' own"));

    private static final int MOST_REMEMBERED = 64;
    private static final String PROOF = "proof";
    private static final int LONGEST_CLAUSE = 120;

    private record Remembered(Catalogue base, long revision, Catalogue catalogue) {}

    private final EntityManager entities;
    private final Library library;
    private final CurrentClient current;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    ClientLibrary(EntityManager entities, Library library, CurrentClient current) {
        this.entities = entities;
        this.library = library;
        this.current = current;
    }

    /** As the client of this request sees it: one short statement each time, so ask once for many things. */
    public Catalogue catalogue() {
        return of(current.id());
    }

    /** Within the client's transaction. What one sees that has written something is not remembered: it may yet come to nothing. */
    private Catalogue of(UUID client) {
        Catalogue base = library.catalogue();
        Object[] now = (Object[]) entities.createNativeQuery("""
                        select coalesce(sum(revision), 0), pg_current_xact_id_if_assigned() is null from buyer_list where client_id = ?1""", Object[].class)
                .setParameter(1, client)
                .getSingleResult();
        long revision = ((Number) now[0]).longValue();
        if (revision == 0) {
            return base;
        }
        Remembered known = remembered.get(client);
        if (known != null && known.revision() == revision && known.base() == base) {
            return known.catalogue();
        }
        Catalogue made = base.with(own(client, base));
        if ((Boolean) now[1]) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(client, new Remembered(base, revision, made));
        }
        return made;
    }

    /** Who answers for an own requirement, and where. */
    private record Kept(Set<DepartmentKind> kinds, String place, boolean archived) {}

    private record Asking(UUID list, String title, int position, ListLine line, String key) {}

    private Catalogue.Own own(UUID client, Catalogue base) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select key, kinds, place, archived_at is not null from own_requirement where client_id = ?1 order by number""", Object[].class)
                .setParameter(1, client)
                .getResultList()) {
            Object[] r = (Object[]) row;
            kept.put((String) r[0], new Kept(Decisions.kinds((String) r[1]), (String) r[2], (Boolean) r[3]));
        }
        List<Asking> asking = asking(client);
        Map<String, List<Asking>> byKey = new LinkedHashMap<>();
        asking.stream()
                .filter(a -> Wanted.own(a.key()))
                .forEach(a ->
                        byKey.computeIfAbsent(a.key(), k -> new ArrayList<>()).add(a));
        boolean anyArchived = kept.values().stream().anyMatch(Kept::archived);
        Map<String, List<Asking>> before = anyArchived ? before(client) : Map.of();
        List<Requirement> active = new ArrayList<>();
        List<Requirement> retired = new ArrayList<>();
        kept.forEach((key, k) -> {
            List<Asking> lines =
                    k.archived() ? before.getOrDefault(key, List.of()) : byKey.getOrDefault(key, List.of());
            if (!lines.isEmpty()) {
                (k.archived() ? retired : active).add(requirement(client, key, k, lines, base));
            }
        });
        Map<String, Requirement> all = new LinkedHashMap<>();
        base.requirements().forEach(r -> all.put(r.id(), r));
        active.forEach(r -> all.put(r.id(), r));
        return new Catalogue.Own(AREA, active, retired, standards(asking, all));
    }

    /** What the lines that count ask for, list by list in the order of the lines. */
    private List<Asking> asking(UUID client) {
        return asking(entities.createNativeQuery("""
                        select b.id, b.title, l.position, l.section, l.reference, l.zh, l.en, l.grade, m.requirement
                          from buyer_list b
                          join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                          join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                         where b.client_id = ?1 and b.archived_at is null and m.requirement <> '-'
                         order by b.made_at, b.id, l.position, m.requirement""", Object[].class)
                .setParameter(1, client)
                .getResultList());
    }

    /** The lines that asked last for own requirements which none asks for any more. */
    private Map<String, List<Asking>> before(UUID client) {
        Map<String, List<Asking>> before = new LinkedHashMap<>();
        for (Asking asking : asking(entities.createNativeQuery("""
                        select distinct on (r.key) b.id, b.title, l.position, l.section, l.reference, l.zh, l.en, l.grade, r.key
                          from own_requirement r
                          join line_mapping m on m.client_id = r.client_id and m.requirement = r.key
                          join list_line l on l.client_id = m.client_id and l.id = m.line_id
                          join list_edition e on e.client_id = l.client_id and e.id = l.edition_id
                          join buyer_list b on b.client_id = e.client_id and b.id = e.list_id
                         where r.client_id = ?1 and r.archived_at is not null
                         order by r.key, m.ended_at desc nulls first, e.number desc""", Object[].class)
                .setParameter(1, client)
                .getResultList())) {
            before.put(asking.key(), List.of(asking));
        }
        return before;
    }

    private static List<Asking> asking(List<?> rows) {
        List<Asking> asking = new ArrayList<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            asking.add(new Asking((UUID) r[0], (String) r[1], (Integer) r[2], Editions.line(r, 3, ""), (String) r[8]));
        }
        return asking;
    }

    private static Requirement requirement(UUID client, String key, Kept kept, List<Asking> asking, Catalogue base) {
        OwnWords words = OwnWords.of(asking.stream().map(Asking::line).toList());
        Severity severity = asking.stream()
                .flatMap(a -> a.line().grade().stream())
                .min(Severity::compareTo)
                .orElse(Severity.MAJOR);
        Asking first = asking.get(0);
        String line = first.line().name(first.position());
        return new Requirement(
                key,
                AREA.id(),
                words.title(),
                words.text(),
                severity,
                Tier.EXTENDED,
                kept.archived() ? Set.of() : kept.kinds(),
                EnumSet.allOf(Method.class),
                place(kept.place(), base),
                List.of(new Requirement.EvidenceKind(PROOF, new Text("证明材料", "Proof"), Optional.empty())),
                new Text(
                        "来自客户清单《" + first.title() + "》" + line + "。判断标准以客户的原文为准。",
                        "From the customer's list “" + first.title() + "”, line " + line
                                + ". The customer's own words decide."),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                // the client is part of it, so that no two clients ever share a version
                Versions.of("own requirement of " + client + "\n" + key + "\n" + severity + "\n"
                        + words.text().zh() + "\n\n" + words.text().en()));
    }

    private static String place(String kept, Catalogue base) {
        return base.place(kept)
                .map(Place::id)
                .orElseGet(
                        () -> base.places().stream().findFirst().map(Place::id).orElse(""));
    }

    /** Each list as a standard: one clause a line; a requirement is graded as gravely as the gravest line that asks for it. */
    private static List<Standard> standards(List<Asking> asking, Map<String, Requirement> known) {
        Map<UUID, List<Asking>> byList = new LinkedHashMap<>();
        asking.stream()
                .filter(a -> known.containsKey(a.key()))
                .forEach(a ->
                        byList.computeIfAbsent(a.list(), k -> new ArrayList<>()).add(a));
        List<Standard> standards = new ArrayList<>();
        byList.forEach((list, lines) -> {
            Map<Integer, List<Asking>> byLine = new LinkedHashMap<>();
            Map<String, Severity> grades = new LinkedHashMap<>();
            for (Asking a : lines) {
                byLine.computeIfAbsent(a.position(), k -> new ArrayList<>()).add(a);
                a.line().grade().ifPresent(g -> grades.merge(a.key(), g, (x, y) -> x.compareTo(y) <= 0 ? x : y));
            }
            String title = lines.get(0).title();
            standards.add(new Standard(
                    list.toString(),
                    "",
                    new Text(title, title),
                    new Text("客户清单", "Customer's list"),
                    Standard.Confidence.TEXT,
                    byLine.values().stream().map(ClientLibrary::clause).toList(),
                    grades,
                    Set.of()));
        });
        return standards;
    }

    private static Standard.Clause clause(List<Asking> line) {
        Asking first = line.get(0);
        OwnWords words = OwnWords.of(List.of(first.line()));
        String number = first.line().name(first.position());
        return new Standard.Clause(
                number.length() <= LONGEST_CLAUSE ? number : number.substring(0, LONGEST_CLAUSE),
                words.title(),
                line.stream().map(Asking::key).toList());
    }
}
