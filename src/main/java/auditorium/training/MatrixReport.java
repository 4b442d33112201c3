package auditorium.training;

import auditorium.training.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People and lessons, read in sets: counts over all of them, cells only for those that are shown. */
@ApplicationScoped
class MatrixReport {

    /** As {@code Standing.of}; {@code :until} is the day up to which it should hold. */
    static final String STANDING = """
            case when a.closed_by is not null then case when a.valid_until < :today then 'OVERDUE' when a.valid_until < :until then 'DUE_SOON' else 'VALID' end
                 when a.prior_until < a.assigned_on or a.late_from <= :today then 'OVERDUE'
                 when a.again then 'DUE_SOON' else 'NEVER' end""";

    private final EntityManager entities;

    MatrixReport(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What is looked at.
     *
     * @param department empty: all
     * @param lessons their ids, never none
     * @param today the day of the factory
     * @param until the day up to which training should hold
     */
    record Scope(Optional<UUID> department, Collection<String> lessons, LocalDate today, LocalDate until) {}

    /** Somebody in the matrix. */
    record Somebody(UUID id, UUID department, String number, String name, String job) {}

    /** How one lesson stands for one person; {@code day} is when it ends or ended, or is due; empty when it never ends. */
    record Cell(UUID person, String lesson, Standing standing, Optional<LocalDate> day) {}

    /** How often each standing occurs. */
    record Counts(Map<Standing, Integer> all) {

        static final Counts NONE = new Counts(Map.of());

        int of(Standing standing) {
            return all.getOrDefault(standing, 0);
        }

        int valid() {
            return of(Standing.VALID) + of(Standing.DUE_SOON);
        }

        int needed() {
            return all.values().stream().mapToInt(Integer::intValue).sum();
        }

        int gap() {
            return needed() - of(Standing.VALID);
        }

        Counts plus(Counts other) {
            Map<Standing, Integer> sum = new EnumMap<>(Standing.class);
            sum.putAll(all);
            other.all.forEach((s, n) -> sum.merge(s, n, Integer::sum));
            return new Counts(sum);
        }
    }

    /** Whom of the scope one looks at; {@code only} leaves all others out. */
    record Page(Optional<Set<UUID>> only, int from, int most) {}

    /** How many people work in each department; {@code only} counts no others. */
    Map<UUID, Integer> sizes(UUID client, Scope scope, Optional<Set<UUID>> only) {
        Map<UUID, Integer> sizes = new HashMap<>();
        var query = entities.createNativeQuery(
                        "select p.department_id, count(*) from person p" + (only.isPresent() ? ONLY : "")
                                + " where p.client_id = :client and p.left_on is null"
                                + " and p.department_id = coalesce(cast(:department as uuid), p.department_id)"
                                + " group by p.department_id",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("department", department(scope));
        only.ifPresent(ids -> query.setParameter("only", array(ids)));
        for (Object row : query.getResultList()) {
            Object[] r = (Object[]) row;
            sizes.put((UUID) r[0], ((Number) r[1]).intValue());
        }
        return sizes;
    }

    /** Those who work there now, by department and in the order of pinyin. */
    List<Somebody> people(UUID client, Scope scope, Page page) {
        List<Somebody> people = new ArrayList<>();
        var query = entities.createNativeQuery(
                        "select p.id, p.department_id, p.number, p.name, p.job from person p"
                                + " join department d on d.client_id = p.client_id and d.id = p.department_id"
                                + (page.only().isPresent() ? ONLY : "")
                                + " where p.client_id = :client and p.left_on is null"
                                + " and p.department_id = coalesce(cast(:department as uuid), p.department_id)"
                                + " order by d.position, d.code, p.name_key nulls last, p.number",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("department", department(scope))
                .setFirstResult(page.from())
                .setMaxResults(page.most());
        page.only().ifPresent(ids -> query.setParameter("only", array(ids)));
        for (Object row : query.getResultList()) {
            Object[] r = (Object[]) row;
            people.add(new Somebody((UUID) r[0], (UUID) r[1], (String) r[2], (String) r[3], (String) r[4]));
        }
        return people;
    }

    /** A join, so that the list is read once: as a condition it would be read again for every person. */
    private static final String ONLY = " join unnest(cast(:only as uuid[])) as one (id) on one.id = p.id";

    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String department(Scope scope) {
        return scope.department().map(UUID::toString).orElse(null);
    }

    /** Counts over all people in the scope, by lesson, and the people who have a gap in any of them. */
    record Sums(Map<String, Counts> byLesson, Set<UUID> peopleWithGap) {

        static final Sums NONE = new Sums(Map.of(), Set.of());

        Counts of(String lesson) {
            return byLesson.getOrDefault(lesson, Counts.NONE);
        }
    }

    /** All rows are looked at once, and counted by lesson and by person on the way. */
    Sums sums(UUID client, Scope scope) {
        Map<String, Map<Standing, Integer>> byLesson = new HashMap<>();
        Set<UUID> people = new HashSet<>();
        var query = entities.createNativeQuery(
                        "select lesson, standing, gap_of, count(*) from (select lesson, standing, case when standing <> 'VALID' then person_id end as gap_of"
                                + " from (select a.person_id, a.lesson, " + STANDING + " as standing from assignment a"
                                + (scope.department().isPresent()
                                        ? " join person p on p.client_id = a.client_id and p.id = a.person_id and p.department_id = cast(:department as uuid)"
                                        : "")
                                + " where a.client_id = :client and a.lesson in (:lessons)) cell) counted"
                                + " group by grouping sets ((lesson, standing), (gap_of))",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("today", scope.today())
                .setParameter("until", scope.until())
                .setParameter("lessons", scope.lessons());
        scope.department().ifPresent(d -> query.setParameter("department", d.toString()));
        for (Object row : query.getResultList()) {
            Object[] r = (Object[]) row;
            if (r[0] != null) {
                byLesson.computeIfAbsent((String) r[0], k -> new EnumMap<>(Standing.class))
                        .put(Standing.valueOf((String) r[1]), ((Number) r[3]).intValue());
            } else if (r[2] != null) {
                people.add((UUID) r[2]);
            }
        }
        Map<String, Counts> counts = new HashMap<>();
        byLesson.forEach((lesson, of) -> counts.put(lesson, new Counts(of)));
        return new Sums(counts, people);
    }

    /** The cells of these people, in any order: one statement. */
    List<Cell> cells(UUID client, Collection<UUID> people, Scope scope) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Cell> cells = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select a.person_id, a.lesson, " + STANDING
                                + " as standing, case when a.closed_by is not null then a.valid_until when a.prior_until < a.assigned_on then a.prior_until else a.due_on end as day"
                                + " from assignment a where a.client_id = :client and a.person_id in (:people) and a.lesson in (:lessons)",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("people", people)
                .setParameter("lessons", scope.lessons())
                .setParameter("today", scope.today())
                .setParameter("until", scope.until())
                .getResultList()) {
            Object[] r = (Object[]) row;
            cells.add(new Cell(
                    (UUID) r[0],
                    (String) r[1],
                    Standing.valueOf((String) r[2]),
                    Optional.ofNullable(r[3]).map(AssignmentReport::day)));
        }
        return cells;
    }
}
