-- Attempts against the clock: the terms each was begun on, pauses, extra time, and every marking.

alter table attempt
  add column kind text not null default 'QUIZ' constraint attempt_kind_is_known check (kind in ('QUIZ', 'MOCK_AUDIT')),
  add column examination boolean not null default false,
  add column pass int not null default 80 constraint attempt_pass_is_a_per_cent check (pass between 1 and 100),
  add column limit_seconds int constraint attempt_limit_is_a_time check (limit_seconds > 0),
  add column extra_seconds int not null default 0 constraint attempt_extra_is_a_time check (extra_seconds >= 0),
  add column closes_at timestamptz,                   -- for everybody, whatever one's own time
  add column grace_seconds int not null default 30,   -- the way through the network
  add column late_window_seconds int not null default 86400,
  add column pause_seconds int not null default 0,    -- how long in all the clock may be stopped
  add column paused_at timestamptz,                   -- since when it stands; kept from attempt_pause
  add column deadline_at timestamptz,                 -- kept from all of these, for the job that closes; null: no end
  add column ended_by text constraint attempt_end_is_known check (ended_by in ('PERSON', 'TIME')),
  -- Since when the score is final and the key may be shown: nothing that arrives later counts. Between submitted_at and
  -- final_at an attempt that time has closed still waits for answers that were given in time.
  add column final_at timestamptz,
  add constraint attempt_is_final_when_submitted check (final_at is null or submitted_at is not null),
  add constraint attempt_clock_goes_on_at_the_end check (paused_at is null or submitted_at is null);
update attempt set final_at = submitted_at, ended_by = 'PERSON' where submitted_at is not null;
create index attempt_due on attempt (client_id, deadline_at) where final_at is null and deadline_at is not null;

create table attempt_pause (
  client_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  stopped boolean not null,           -- or goes on
  at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index attempt_pause_attempt on attempt_pause (client_id, attempt_id);

-- Each time an attempt was marked, and why; the last row says what the attempt itself says.
create table attempt_marking (
  client_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  cause text not null constraint attempt_marking_cause_is_known check (cause in ('TIME_UP', 'HANDED_IN', 'FINAL', 'JUDGED', 'REGRADED')),
  earned int not null,
  possible int not null,
  passed boolean not null,
  marked_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index attempt_marking_attempt on attempt_marking (client_id, attempt_id, marked_at);

-- What somebody was granted on top of a quiz's own terms, and by whom and why. A grant that is taken back gets a row of its own.
create table attempt_grant (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  quiz text not null,
  extra_seconds int not null default 0 constraint attempt_grant_time_is_bounded check (extra_seconds between 0 and 86400),
  extra_attempts int not null default 0 constraint attempt_grant_attempts_are_bounded check (extra_attempts between 0 and 100),
  reason text not null constraint attempt_grant_says_why check (length(btrim(reason)) between 1 and 500),
  granted_by uuid not null references account,
  granted_by_name text not null,
  granted_at timestamptz not null,
  withdraws uuid,
  primary key (client_id, id),
  constraint attempt_grant_is_withdrawn_once unique (client_id, withdraws),
  constraint attempt_grant_gives_or_takes check ((withdraws is null) = (extra_seconds + extra_attempts > 0)),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, withdraws) references attempt_grant (client_id, id)
);
create index attempt_grant_person on attempt_grant (client_id, person_id, quiz);

call fence('attempt_pause');
call fence('attempt_marking');
call fence('attempt_grant');
