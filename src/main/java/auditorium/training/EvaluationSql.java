package auditorium.training;

/**
 * The statements of {@link Evaluation}: each works on all people at once. {@code :today} and {@code :zone} are the factory's. The current
 * client stands in a select of its own, which is asked once and not for each of a quarter of a million rows; new rows come in the order of
 * the key, which makes its index grow at one end.
 */
final class EvaluationSql {

    private EvaluationSql() {}

    /** The planner knows nothing of columns that come with a statement and would take them for one row: no loops over them. */
    static final String[] PLAN = {
        "set local enable_nestloop = off", "set local enable_mergejoin = off", "set local work_mem = '64MB'"
    };

    static final String[] PLAN_AS_BEFORE = {
        "set local enable_nestloop = on", "set local enable_mergejoin = on", "set local work_mem = default"
    };

    /** Who moved since the last time. */
    static final String MOVES = """
            insert into training_place as t (client_id, person_id, department_id)
            select client_id, id, department_id from person where client_id = (select current_client()) and left_on is null
            on conflict (client_id, person_id) do update
            set department_id = excluded.department_id, moved_on = :today
            where t.department_id <> excluded.department_id""";

    /**
     * What rules ask for that nobody asked for before begins; where another rule counts now, or the rule says something else, its dates
     * are reckoned anew; what nobody asks for any more goes to what is past. Answers how many of each.
     */
    static final String FOLLOW_RULES = Coverage.SQL + """
            , ruled as materialized (
              select k.rank, r.id, r.repeat, r.months, r.anchor_on, r.early_days, r.grace_days, r.due_days, r.evaluated_at is null as fresh
                from rule k join assignment_rule r on r.client_id = (select current_client()) and r.id = k.id
            ), paired as materialized (
              select c.person_id, c.lesson, c.revision, c.moved_on, c.again_from, c.rank, t.person_id as had, t.lesson as had_lesson
                from (select c.*, r.id as rule_id, r.fresh from covered c join ruled r on r.rank = c.rank) c
                full join (select person_id, lesson, rule_id, again_from from assignment where client_id = (select current_client())) t
                  on t.person_id = c.person_id and t.lesson = c.lesson
               where c.person_id is null or t.person_id is null or c.fresh or t.rule_id is distinct from c.rule_id or t.again_from is distinct from c.again_from
            ), gone as (
              delete from assignment t
               using paired c
               where c.person_id is null and t.client_id = (select current_client()) and t.person_id = c.had and t.lesson = c.had_lesson
                 and (t.cause <> 'FINDING' or t.closed_by is not null or not exists (select from worker w where w.id = t.person_id))
              returning t.*
            ), over as (
              insert into assignment_past
                (client_id, person_id, lesson, cycle, rule_id, cause, cause_of, again, revision, prior_until, counts_after, again_from,
                 assigned_on, due_on, late_from, closed_by, done_on, counted_at, own_end, valid_until, withdrawn_on)
              select client_id, person_id, lesson, cycle, rule_id, cause, cause_of, again, revision, prior_until, counts_after, again_from,
                     assigned_on, due_on, late_from, closed_by, done_on, counted_at, own_end, valid_until, :today
                from gone
            ), changed as (
              update assignment t
                 set rule_id = r.id,
                     again_from = c.again_from,
                     due_on = case when t.closed_by is null and t.cause in ('RULE', 'MOVE') then t.assigned_on + r.due_days else t.due_on end,
                     late_from = case when t.closed_by is null and t.cause in ('RULE', 'MOVE') then t.assigned_on + r.due_days else t.due_on end + r.grace_days + 1,
                     valid_until = case when t.closed_by is not null then
                       holds_until(r.repeat, r.months, r.anchor_on, r.early_days, t.prior_until, (t.counted_at at time zone :zone)::date, t.own_end) end
                from paired c join ruled r on r.rank = c.rank
               where c.had is not null and t.client_id = (select current_client()) and t.person_id = c.person_id and t.lesson = c.lesson
              returning 1
            ), latest as (
              select distinct on (person_id, lesson) person_id, lesson, id, achieved_at, revision, valid_until as own_end,
                     (achieved_at at time zone :zone)::date as learned_on
                from achievement where client_id = (select current_client()) and person_id in (select person_id from paired where had is null)
               order by person_id, lesson, achieved_at desc
            ), history as (
              select person_id, lesson, max(cycle) as cycle from assignment_past where client_id = (select current_client()) group by person_id, lesson
            ), begun as (
              insert into assignment
                (client_id, person_id, lesson, cycle, rule_id, cause, again, revision, again_from, assigned_on, due_on, late_from,
                 closed_by, done_on, counted_at, own_end, valid_until)
              select current_client(), c.person_id, c.lesson, coalesce(h.cycle, 0) + 1, r.id,
                     case when c.moved_on = :today and not r.fresh then 'MOVE' else 'RULE' end, false,
                     coalesce(a.revision, c.revision), c.again_from, :today,
                     case when a.id is null then :today + r.due_days end,
                     case when a.id is null then :today + r.due_days + r.grace_days + 1 end,
                     a.id, a.learned_on, a.achieved_at, a.own_end,
                     case when a.id is not null then
                       holds_until(r.repeat, r.months, r.anchor_on, r.early_days, null, a.learned_on, a.own_end) end
                from paired c
                join ruled r on r.rank = c.rank
                left join latest a on a.person_id = c.person_id and a.lesson = c.lesson and a.learned_on >= coalesce(c.again_from, '-infinity'::date)
                left join history h on h.person_id = c.person_id and h.lesson = c.lesson
               where c.had is null
               order by c.person_id, c.lesson
              returning 1
            )
            select (select count(*) from gone) + (select count(*) from changed) + (select count(*) from begun)""";

    /** Verified tasks that were opened again since the first rule: those who work there learn anew what the requirement is about. */
    static final String FOLLOW_FINDINGS = """
            with teaching as materialized (
              select * from unnest(:teaching_requirement, :teaching_lesson, :teaching_revision, :teaching_kind, :teaching_leads)
                as t (requirement, lesson, revision, kind, leads)
            ), fresh as (
              insert into training_cause (client_id, id, at, department_id, requirement)
              select s.client_id, s.id, s.made_at, f.department_id, f.requirement
                from task_step s
                join task k on k.client_id = s.client_id and k.id = s.task_id
                join finding f on f.client_id = k.client_id and f.id = k.finding_id
               where s.client_id = (select current_client()) and s.kind = 'REOPENED' and f.closed_at is null
                 and s.made_at >= (select min(created_at) from assignment_rule where client_id = (select current_client()))
                 and exists (select from task_step v where v.client_id = s.client_id and v.task_id = s.task_id and v.kind = 'VERIFIED' and v.made_at < s.made_at)
              on conflict (client_id, id) do nothing
              returning at, department_id, requirement
            ), hit as (
              select distinct on (p.id, n.lesson) p.id as person_id, n.lesson, n.revision, f.at, f.requirement
                from fresh f
                join person p on p.client_id = (select current_client()) and p.department_id = f.department_id and p.left_on is null
                join department d on d.client_id = p.client_id and d.id = p.department_id
                join teaching n on n.requirement = f.requirement and n.kind = d.kind and n.leads = p.leads
               order by p.id, n.lesson, f.at desc
            ), over as (
              insert into assignment_past
              select t.* from assignment t join hit h on h.person_id = t.person_id and h.lesson = t.lesson
               where t.client_id = (select current_client()) and t.closed_by is not null
              returning person_id
            ), history as (
              select person_id, lesson, max(cycle) as cycle from assignment_past where client_id = (select current_client()) group by person_id, lesson
            )
            insert into assignment as t
              (client_id, person_id, lesson, cycle, cause, cause_of, again, revision, counts_after, assigned_on, due_on, late_from)
            select current_client(), h.person_id, h.lesson, coalesce(o.cycle, 0) + 1, 'FINDING', h.requirement, false, h.revision, h.at,
                   :today, :today + :days, :today + :days + 1
              from hit h left join history o on o.person_id = h.person_id and o.lesson = h.lesson
            on conflict (client_id, person_id, lesson) do update
            set cause = 'FINDING', cause_of = excluded.cause_of, counts_after = greatest(t.counts_after, excluded.counts_after),
                cycle = case when t.closed_by is null then t.cycle else t.cycle + 1 end,
                again = t.again or t.closed_by is not null,
                revision = greatest(case when t.closed_by is null then t.revision end, excluded.revision),
                prior_until = case when t.closed_by is null then t.prior_until else t.valid_until end,
                assigned_on = case when t.closed_by is null then t.assigned_on else excluded.assigned_on end,
                due_on = case when t.closed_by is null then least(t.due_on, excluded.due_on) else excluded.due_on end,
                late_from = case when t.closed_by is null then least(t.late_from, excluded.late_from) else excluded.late_from end,
                closed_by = null, done_on = null, counted_at = null, own_end = null, valid_until = null""";

    /** Terms that end soon, lessons that mean something else now, movers: the next turn begins. As {@code Turn.next}. */
    static final String TURN = """
            with lesson as materialized (
              select * from unnest(:lesson_id, :lesson_revision) as l (id, revision)
            ), turning as materialized (
              select t.*, l.revision as revision_now, r.repeat, r.early_days, r.grace_days, :today + r.due_days as later,
                     case when t.revision < l.revision then 'REVISION' when t.done_on < t.again_from then 'MOVE' else 'RENEWAL' end as why
                from assignment t
                join assignment_rule r on r.client_id = t.client_id and r.id = t.rule_id
                join lesson l on l.id = t.lesson
               where t.client_id = (select current_client()) and t.closed_by is not null {people}
                 and (t.valid_until - r.early_days <= :today or t.revision < l.revision or t.done_on < t.again_from)
            ), over as (
              insert into assignment_past
                (client_id, person_id, lesson, cycle, rule_id, cause, cause_of, again, revision, prior_until, counts_after, again_from,
                 assigned_on, due_on, late_from, closed_by, done_on, counted_at, own_end, valid_until)
              select client_id, person_id, lesson, cycle, rule_id, cause, cause_of, again, revision, prior_until, counts_after, again_from,
                     assigned_on, due_on, late_from, closed_by, done_on, counted_at, own_end, valid_until
                from turning
            ), dated as (
              select *, case when valid_until < :today then later
                             when why = 'RENEWAL' then valid_until
                             else least(later, valid_until) end as due
                from turning
            )
            update assignment t
               set cycle = d.cycle + 1, cause = d.why, cause_of = null, again = true, revision = d.revision_now, prior_until = d.valid_until,
                   counts_after = case when d.why = 'REVISION' then null
                        when d.why = 'MOVE' then (d.again_from::timestamp at time zone :zone) - interval '1 microsecond'
                        when d.repeat = 'COMPLETION' then d.counted_at
                        else ((d.valid_until - d.early_days)::timestamp at time zone :zone) - interval '1 microsecond' end,
                   assigned_on = :today, due_on = d.due, late_from = d.due + d.grace_days + 1,
                   closed_by = null, done_on = null, counted_at = null, own_end = null, valid_until = null
              from dated d
             where t.client_id = (select current_client()) and t.person_id = d.person_id and t.lesson = d.lesson""";

    /** Open turns for which something was learned close. As {@code Turn.learned}. */
    static final String CLOSE = """
            update assignment t
               set closed_by = a.id, counted_at = a.achieved_at, done_on = a.learned_on, revision = a.revision, own_end = a.own_end, valid_until = a.until
              from (
                select distinct on (t.person_id, t.lesson) t.person_id, t.lesson, a.id, a.achieved_at, a.revision, a.valid_until as own_end,
                       (a.achieved_at at time zone :zone)::date as learned_on,
                       holds_until(coalesce(r.repeat, 'ONCE'), coalesce(r.months, 0), r.anchor_on, coalesce(r.early_days, 0),
                         t.prior_until, (a.achieved_at at time zone :zone)::date, a.valid_until) as until
                  from assignment t
                  join achievement a on a.client_id = t.client_id and a.person_id = t.person_id and a.lesson = t.lesson
                  left join assignment_rule r on r.client_id = t.client_id and r.id = t.rule_id
                 where t.client_id = (select current_client()) and t.closed_by is null {people}
                   and a.achieved_at > coalesce(t.counts_after, '-infinity') and a.revision >= t.revision
                   and (t.again_from is null or (a.achieved_at at time zone :zone)::date >= t.again_from)
                 order by t.person_id, t.lesson, a.achieved_at
              ) a
             where t.client_id = (select current_client()) and t.person_id = a.person_id and t.lesson = a.lesson
               and (t.cause <> 'RENEWAL' or a.until is null or a.until > t.prior_until)""";

    /** Learned again before it was asked for: it may hold longer, never shorter. */
    static final String PROLONG = """
            update assignment t
               set counted_at = a.achieved_at, revision = greatest(t.revision, a.revision), own_end = a.own_end, valid_until = a.until
              from (
                select distinct on (t.person_id, t.lesson) t.person_id, t.lesson, a.achieved_at, a.revision, a.valid_until as own_end,
                       holds_until(r.repeat, r.months, r.anchor_on, r.early_days, t.prior_until, (a.achieved_at at time zone :zone)::date, a.valid_until) as until
                  from assignment t
                  join assignment_rule r on r.client_id = t.client_id and r.id = t.rule_id and r.repeat = 'COMPLETION'
                  join achievement a on a.client_id = t.client_id and a.person_id = t.person_id and a.lesson = t.lesson and a.achieved_at > t.counted_at
                 where t.client_id = (select current_client()) and t.closed_by is not null and t.person_id = any (:people)
                 order by t.person_id, t.lesson, until desc, a.achieved_at
              ) a
             where t.client_id = (select current_client()) and t.person_id = a.person_id and t.lesson = a.lesson and a.until > t.valid_until""";
}
