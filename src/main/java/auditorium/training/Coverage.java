package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.library.content.Course;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import auditorium.training.domain.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom rules ask for what, as columns for one statement: the rules are few and come from here, the people are many and stay in the
 * database. Where several rules ask for the same, the one that repeats most often counts, then the one that gives less time.
 */
final class Coverage {

    /**
     * {@code covered}: person with department and day of the last move, lesson with its revision of today, rank of the rule that counts,
     * and from which day a mover has to learn again. People whom the same rules ask in the same place are {@code alike}: rules are
     * weighed once for all of them.
     */
    static final String SQL = """
            with rule as materialized (
              select * from unnest(:rule_rank, :rule_id, :rule_who, :rule_within, :rule_from) as r (rank, id, who, within, from_on)
            ), target as materialized (
              select * from unnest(:target_rank, :target_lesson, :target_revision, :target_kind, :target_leads) as t (rank, lesson, revision, kind, leads)
            ), wanted as materialized (
              select * from unnest(:wanted_rank, :wanted_requirement, :wanted_lesson, :wanted_revision, :wanted_kind, :wanted_leads) as n (rank, requirement, lesson, revision, kind, leads)
            ), worker as materialized (
              select p.id, p.department_id, d.kind, p.leads, m.moved_on,
                     array(select r.rank from rule r
                            where coalesce(r.within, p.department_id) = p.department_id
                              and case r.who
                                    when 'DEPARTMENT' then exists (select from unnest(:place_rank, :place_department) as x (rank, department) where x.rank = r.rank and x.department = p.department_id)
                                    when 'JOB' then exists (select from unnest(:job_rank, :job_name) as x (rank, job) where x.rank = r.rank and x.job = p.job)
                                    when 'JOINER' then p.joined_on >= r.from_on::date
                                    when 'MOVER' then m.moved_on >= r.from_on::date
                                    else true
                                  end
                            order by r.rank) as ranks
                from person p
                join department d on d.client_id = p.client_id and d.id = p.department_id
                left join training_place m on m.client_id = p.client_id and m.person_id = p.id
               where p.client_id = (select current_client()) and p.left_on is null
            ), alike as materialized (
              select row_number() over () as number, department_id, kind, leads, ranks
                from worker group by department_id, kind, leads, ranks
            ), asked as materialized (
              select number, lesson, revision, min(rank) as rank, bool_or(anew) as anew from (
                select a.number, t.lesson, t.revision, t.rank, r.who = 'MOVER' as anew
                  from alike a
                  join target t on t.kind = a.kind and t.leads = a.leads and t.rank = any (a.ranks)
                  join rule r on r.rank = t.rank
                union all
                select a.number, n.lesson, n.revision, n.rank, false
                  from finding f
                  join alike a on a.department_id = f.department_id
                  join wanted n on n.requirement = f.requirement and n.kind = a.kind and n.leads = a.leads and n.rank = any (a.ranks)
                 where f.client_id = (select current_client()) and f.closed_at is null
              ) each_rule group by number, lesson, revision
            ), covered as (
              select w.id as person_id, w.department_id, w.moved_on, q.lesson, q.revision, q.rank, case when q.anew then w.moved_on end as again_from
                from worker w
                join alike a on a.department_id = w.department_id and a.kind = w.kind and a.leads = w.leads and a.ranks = w.ranks
                join asked q on q.number = a.number
            )
            """;

    /** A rule, saved or not, in its place. */
    record Ranked(UUID id, RuleTerms terms, Optional<UUID> within, LocalDate startsOn) {}

    private final Map<String, List<@Nullable Object>> columns = new HashMap<>();

    private Coverage() {}

    static Coverage of(List<AssignmentRule> rules, Catalogue catalogue) {
        return ranked(
                rules.stream()
                        .map(r -> new Ranked(r.id(), r.terms(), r.within(), r.startsOn()))
                        .toList(),
                catalogue);
    }

    static Coverage ranked(List<Ranked> rules, Catalogue catalogue) {
        Coverage coverage = new Coverage();
        for (Lesson lesson : catalogue.lessons()) {
            coverage.row("lesson_id", lesson.id(), "lesson_revision", lesson.revision());
        }
        List<Ranked> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingInt((Ranked r) -> r.terms().renewal().months() == 0
                        ? Integer.MAX_VALUE
                        : r.terms().renewal().months())
                .thenComparingInt(r -> r.terms().dueDays())
                .thenComparing(Ranked::id));
        for (int rank = 0; rank < sorted.size(); rank++) {
            coverage.add(rank, sorted.get(rank), catalogue);
        }
        return coverage;
    }

    private void add(int rank, Ranked rule, Catalogue catalogue) {
        RuleTerms terms = rule.terms();
        row(
                "rule_rank",
                rank,
                "rule_id",
                rule.id(),
                "rule_who",
                terms.who().name(),
                "rule_within",
                rule.within().orElse(null),
                "rule_from",
                rule.startsOn().toString());
        terms.departments().forEach(d -> row("place_rank", rank, "place_department", d));
        terms.jobs().forEach(j -> row("job_rank", rank, "job_name", j));
        if (terms.who() == Who.REQUIREMENT) {
            catalogue.requirements().stream()
                    .map(Requirement::id)
                    .filter(key -> terms.requirements().isEmpty()
                            || terms.requirements().contains(key))
                    .forEach(key -> catalogue
                            .lessonsTeaching(key)
                            .forEach(l -> meant(
                                    l,
                                    false,
                                    (kind, leads) -> row(
                                            "wanted_rank",
                                            rank,
                                            "wanted_requirement",
                                            key,
                                            "wanted_lesson",
                                            l.id(),
                                            "wanted_revision",
                                            l.revision(),
                                            "wanted_kind",
                                            kind,
                                            "wanted_leads",
                                            leads))));
            return;
        }
        Set<String> named = new TreeSet<>(terms.lessons());
        for (Course course : catalogue.courses()) {
            boolean whole = terms.courses().contains(course.id());
            for (Lesson lesson : course.lessons()) {
                if (whole || named.contains(lesson.id())) {
                    meant(
                            lesson,
                            named.contains(lesson.id()),
                            (kind, leads) -> row(
                                    "target_rank",
                                    rank,
                                    "target_lesson",
                                    lesson.id(),
                                    "target_revision",
                                    lesson.revision(),
                                    "target_kind",
                                    kind,
                                    "target_leads",
                                    leads));
                }
            }
        }
    }

    /** Takes a kind of department and whether somebody leads there. */
    interface Place {
        void of(String kind, boolean leads);
    }

    /** The places for which a lesson is meant, or all of them. */
    static void meant(Lesson lesson, boolean everywhere, Place place) {
        for (DepartmentKind kind : DepartmentKind.values()) {
            for (boolean leads : new boolean[] {true, false}) {
                if (everywhere || lesson.audience().includes(kind, leads)) {
                    place.of(kind.name(), leads);
                }
            }
        }
    }

    /** Names and values in turn. */
    void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i += 2) {
            columns.computeIfAbsent(String.valueOf(cells[i]), k -> new ArrayList<>())
                    .add(cells[i + 1]);
        }
    }

    /** The values of {@link #SQL}. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        TYPES.forEach((name, type) ->
                values.put(name, new NamedSql.Column(type, columns.getOrDefault(name, List.of()))));
        return values;
    }

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("lesson_id", "text"),
            Map.entry("lesson_revision", "int4"),
            Map.entry("rule_rank", "int4"),
            Map.entry("rule_id", "uuid"),
            Map.entry("rule_who", "text"),
            Map.entry("rule_within", "uuid"),
            Map.entry("rule_from", "text"),
            Map.entry("place_rank", "int4"),
            Map.entry("place_department", "uuid"),
            Map.entry("job_rank", "int4"),
            Map.entry("job_name", "text"),
            Map.entry("target_rank", "int4"),
            Map.entry("target_lesson", "text"),
            Map.entry("target_revision", "int4"),
            Map.entry("target_kind", "text"),
            Map.entry("target_leads", "bool"),
            Map.entry("wanted_rank", "int4"),
            Map.entry("wanted_requirement", "text"),
            Map.entry("wanted_lesson", "text"),
            Map.entry("wanted_revision", "int4"),
            Map.entry("wanted_kind", "text"),
            Map.entry("wanted_leads", "bool"));
}
