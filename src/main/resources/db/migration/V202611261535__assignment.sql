-- Who has to learn what, until when, and why.

-- The first date of a rhythm that lies after a day: anchor, anchor + months, anchor + 2 × months …
create function next_in_rhythm(anchor date, months int, past date) returns date language sql immutable parallel safe as $$
  select min(turn) from (
    select (anchor + make_interval(months => k * $2))::date as turn
      from generate_series(
        greatest(0, ((extract(year from past) - extract(year from anchor)) * 12 + extract(month from past) - extract(month from anchor))::int / $2 - 1),
        greatest(0, ((extract(year from past) - extract(year from anchor)) * 12 + extract(month from past) - extract(month from anchor))::int / $2) + 2) k) t
   where turn > past
$$;

-- The last day on which something holds that was learned on a day; null: it never ends. The same as training/domain/Renewal.until.
create function holds_until(repeat text, months int, anchor date, early_days int, prior date, learned_on date, own_end date)
returns date language sql immutable parallel safe as $$
  select least(
    case $1
      when 'COMPLETION' then (learned_on + make_interval(months => $2))::date
      when 'EXPIRY' then next_in_rhythm(coalesce(prior, (learned_on + make_interval(months => $2))::date), $2, learned_on + early_days)
      when 'CALENDAR' then next_in_rhythm(anchor, $2, learned_on + early_days)
    end, own_end)
$$;

create table assignment_rule (
  client_id uuid not null references client,
  id uuid primary key,
  name text not null,
  who text not null constraint assignment_rule_who_is_known check (who in ('EVERYONE','DEPARTMENT','JOB','JOINER','MOVER','REQUIREMENT')),
  within_id uuid,                     -- the department that a department's manager is confined to
  departments uuid[] not null default '{}',   -- an id that is not of this client names nobody
  jobs text[] not null default '{}',
  requirements text[] not null default '{}',
  courses text[] not null default '{}',       -- of a course, each person gets the lessons that are meant for them
  lessons text[] not null default '{}',       -- these everybody gets whom the rule names
  starts_on date not null,
  due_days int not null constraint assignment_rule_due_is_short check (due_days between 0 and 365),
  repeat text not null constraint assignment_rule_repeat_is_known check (repeat in ('ONCE','COMPLETION','EXPIRY','CALENDAR')),
  months int not null,
  anchor_on date,
  early_days int not null,
  grace_days int not null,
  created_by uuid not null references account,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  evaluated_at timestamptz,           -- null: what follows from it has still to be worked out
  unique (client_id, id),
  constraint assignment_rule_term_fits check ((repeat = 'ONCE') = (months = 0) and (repeat = 'CALENDAR') = (anchor_on is not null)),
  foreign key (client_id, within_id) references department (client_id, id)
);

-- Each lesson that is asked of somebody, in its present turn: asked for, learned, holding for a while. Boards read this. It is worked
-- out from this client's people for all of them at once, 230,000 rows in a large factory: so it has one index and no foreign keys,
-- which would find nothing and take a third of the time. Whoever is no longer a person here loses the rows at the next evaluation.
create table assignment (
  client_id uuid not null,
  person_id uuid not null,
  lesson text not null,
  cycle int not null,                 -- which turn it is
  rule_id uuid,                       -- the rule that counts; null: only a cause asks
  cause text not null constraint assignment_cause_is_known check (cause in ('RULE','RENEWAL','REVISION','MOVE','FINDING')),
  cause_of text,                      -- the requirement of a finding
  again boolean not null,             -- the turn before was learned
  revision int not null,              -- open: the least that counts; closed: what was learned
  prior_until date,                   -- the last day of the term before
  counts_after timestamptz,           -- what was learned up to then does not count for this turn
  again_from date,                    -- a mover's day: what was learned before does not count
  assigned_on date not null,
  due_on date,                        -- null: it had been learned before anybody asked
  late_from date,
  closed_by uuid,                     -- the achievement
  done_on date,
  counted_at timestamptz,             -- the last achievement that counted
  own_end date,
  valid_until date,                   -- null while open, or when it never ends
  withdrawn_on date,                  -- nobody asks for it any more
  constraint assignment_is_whole check ((closed_by is null) = (done_on is null) and (due_on is null) = (late_from is null))
);
create table assignment_past (like assignment including constraints);
alter table assignment add primary key (client_id, person_id, lesson);
-- Turns that are over, and lessons that nobody asks for any more.
alter table assignment_past add primary key (client_id, person_id, lesson, cycle),
  add foreign key (client_id, person_id) references person (client_id, id),
  add foreign key (client_id, rule_id) references assignment_rule (client_id, id),
  add foreign key (client_id, closed_by) references achievement (client_id, id);

-- In which department somebody's lessons were worked out last, and since when they are there if they moved.
create table training_place (
  client_id uuid not null,
  person_id uuid not null,
  department_id uuid not null,
  moved_on date,
  primary key (client_id, person_id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id)
);

-- What happened once and was followed once: a verified task that was opened again.
create table training_cause (
  client_id uuid not null,
  id uuid not null,                   -- the task step
  at timestamptz not null,
  department_id uuid not null,
  requirement text not null,
  primary key (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id)
);

-- One row a client: who holds its lock works the lessons out, and the day says that it was done.
create table training_evaluation (
  client_id uuid primary key references client,
  evaluated_on date,
  evaluated_at timestamptz,
  content text                        -- the lessons' revisions and audiences that it was worked out for
);

call fence('assignment_rule');
call fence('assignment');
call fence('assignment_past');
call fence('training_place');
call fence('training_cause');
call fence('training_evaluation');
