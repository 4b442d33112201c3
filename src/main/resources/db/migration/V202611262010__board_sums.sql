-- What boards read is added up when it changes, so that a page costs what a factory is, and not what happened there.

-- What the people of each department have passed and know: rows are added up, and folded together now and then. Rows are only ever put
-- in while people answer, so that two thousand who hand in at once never wait for each other; and so there is no key to meet on, and no
-- foreign key whose lock they would share.
create table knowledge_sum (
  client_id uuid not null,
  department_id uuid not null,
  kind text not null constraint knowledge_sum_kind_is_known check (kind in ('PASSED', 'KNOWN')),
  key text not null,                  -- the lesson, or the requirement
  met bigint not null,                -- PASSED: people; KNOWN: points earned
  more bigint not null,               -- PASSED: those of them who lead; KNOWN: points possible
  folded boolean not null default false
);
create index knowledge_sum_department on knowledge_sum (client_id, department_id);
create index knowledge_sum_fresh on knowledge_sum (client_id) where not folded;
call fence('knowledge_sum');

create function add_up_mastery() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into knowledge_sum (client_id, department_id, kind, key, met, more)
    select a.client_id, p.department_id, 'KNOWN', a.requirement, sum(a.earned), sum(a.possible)
      from added a join person p on p.client_id = a.client_id and p.id = a.person_id
     where p.left_on is null group by a.client_id, p.department_id, a.requirement;
  elsif tg_op = 'UPDATE' then
    insert into knowledge_sum (client_id, department_id, kind, key, met, more)
    select c.client_id, p.department_id, 'KNOWN', c.requirement, sum(c.earned), sum(c.possible)
      from (select client_id, person_id, requirement, earned, possible from added
            union all
            select client_id, person_id, requirement, -earned, -possible from gone) c
      join person p on p.client_id = c.client_id and p.id = c.person_id
     where p.left_on is null group by c.client_id, p.department_id, c.requirement
    having sum(c.earned) <> 0 or sum(c.possible) <> 0;
  else
    insert into knowledge_sum (client_id, department_id, kind, key, met, more)
    select g.client_id, p.department_id, 'KNOWN', g.requirement, -sum(g.earned), -sum(g.possible)
      from gone g join person p on p.client_id = g.client_id and p.id = g.person_id
     where p.left_on is null group by g.client_id, p.department_id, g.requirement;
  end if;
  return null;
end $$;
create trigger mastery_added after insert on mastery referencing new table as added for each statement execute function add_up_mastery();
create trigger mastery_changed after update on mastery referencing old table as gone new table as added
  for each statement execute function add_up_mastery();
create trigger mastery_gone after delete on mastery referencing old table as gone for each statement execute function add_up_mastery();

create function add_up_standing() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into knowledge_sum (client_id, department_id, kind, key, met, more)
    select a.client_id, p.department_id, 'PASSED', a.lesson, count(*), count(*) filter (where p.leads)
      from added a join person p on p.client_id = a.client_id and p.id = a.person_id
     where p.left_on is null group by a.client_id, p.department_id, a.lesson;
  else
    insert into knowledge_sum (client_id, department_id, kind, key, met, more)
    select g.client_id, p.department_id, 'PASSED', g.lesson, -count(*), -count(*) filter (where p.leads)
      from gone g join person p on p.client_id = g.client_id and p.id = g.person_id
     where p.left_on is null group by g.client_id, p.department_id, g.lesson;
  end if;
  return null;
end $$;
create trigger lesson_standing_added after insert on lesson_standing referencing new table as added
  for each statement execute function add_up_standing();
create trigger lesson_standing_gone after delete on lesson_standing referencing old table as gone
  for each statement execute function add_up_standing();

-- Whoever moves, leaves, comes back, or begins or ceases to lead takes along what they know.
create function add_up_moves() returns trigger language plpgsql as $$
begin
  if not exists (select from gone g join added a on a.id = g.id
                  where (g.department_id, g.leads, g.left_on is null) is distinct from (a.department_id, a.leads, a.left_on is null)) then
    return null;
  end if;
  with moved as materialized (
    select g.client_id, g.id, g.department_id, g.leads, -1 as sign
      from gone g join added a on a.id = g.id
     where g.left_on is null
       and (g.department_id, g.leads, g.left_on is null) is distinct from (a.department_id, a.leads, a.left_on is null)
    union all
    select a.client_id, a.id, a.department_id, a.leads, 1
      from gone g join added a on a.id = g.id
     where a.left_on is null
       and (g.department_id, g.leads, g.left_on is null) is distinct from (a.department_id, a.leads, a.left_on is null)
  )
  insert into knowledge_sum (client_id, department_id, kind, key, met, more)
  select * from (
    select v.client_id, v.department_id, 'KNOWN', m.requirement, sum(v.sign * m.earned) as met, sum(v.sign * m.possible) as more
      from moved v join mastery m on m.client_id = v.client_id and m.person_id = v.id
     group by v.client_id, v.department_id, m.requirement
    union all
    select v.client_id, v.department_id, 'PASSED', s.lesson, sum(v.sign), coalesce(sum(v.sign) filter (where v.leads), 0)
      from moved v join lesson_standing s on s.client_id = v.client_id and s.person_id = v.id
     group by v.client_id, v.department_id, s.lesson) c
   where met <> 0 or more <> 0;
  return null;
end $$;
create trigger person_moved after update on person referencing old table as gone new table as added
  for each statement execute function add_up_moves();

-- What has ended and is not learned anew: few rows, read by every board.
create index assignment_lapsed on assignment (client_id, prior_until) where closed_by is null and again;

-- How ready each department and the whole factory (no department) was each day, by standard; an empty standard: all requirements.
create table readiness_day (
  client_id uuid not null references client,
  taken_on date not null,
  standard text not null,
  department_id uuid,
  met int not null,                   -- quarters of weight that were met
  possible int not null,
  stops int not null,                 -- open zero-tolerance gaps
  constraint readiness_day_once unique nulls not distinct (client_id, standard, department_id, taken_on),
  foreign key (client_id, department_id) references department (client_id, id)
);
call fence('readiness_day');

-- Where a factory's states begin, if it wants other bounds than the product's; each time all three, the latest counts. Appended only.
create table readiness_bounds (
  client_id uuid not null references client,
  id uuid not null,                   -- the form's, so that sent twice is kept once
  ready int not null,
  near int not null,
  gap int not null,
  set_by uuid not null references account,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (client_id, id),
  constraint readiness_bounds_fall check (100 >= ready and ready > near and near > gap and gap > 0)
);
create index readiness_bounds_latest on readiness_bounds (client_id, set_at desc, id desc);
call fence('readiness_bounds');
call personal('readiness_bounds', 'set_by_name', 'set_by', '已清除 erased');

-- What there is already. Row security shows even the owner one client at a time.
do $$
declare factory uuid;
begin
  for factory in select id from client loop
    perform set_config('auditorium.client', factory::text, true);
    insert into knowledge_sum (client_id, department_id, kind, key, met, more, folded)
    select p.client_id, p.department_id, 'KNOWN', m.requirement, sum(m.earned), sum(m.possible), true
      from mastery m join person p on p.client_id = m.client_id and p.id = m.person_id
     where m.client_id = factory and p.left_on is null group by p.client_id, p.department_id, m.requirement
    union all
    select p.client_id, p.department_id, 'PASSED', s.lesson, count(*), count(*) filter (where p.leads), true
      from lesson_standing s join person p on p.client_id = s.client_id and p.id = s.person_id
     where s.client_id = factory and p.left_on is null group by p.client_id, p.department_id, s.lesson;
    insert into readiness_day (client_id, taken_on, standard, department_id, met, possible, stops)
    select client_id, taken_on, '', department_id, sum(met), sum(possible), 0
      from readiness_snapshot where client_id = factory group by client_id, taken_on, grouping sets ((department_id), ());
  end loop;
  perform set_config('auditorium.client', '', true);
end $$;
drop table readiness_snapshot;
