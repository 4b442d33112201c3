-- How each requirement stood in each department, from which day until which: a row begins when it stands otherwise, so there are as many
-- as there were changes and not as many as there were days.
create table standing_span (
  client_id uuid not null,
  department_id uuid not null,
  requirement text not null,
  from_on date not null,
  until_on date,                      -- the first day on which it stood otherwise; null: it still stands so
  mark text not null constraint standing_span_mark_is_known check (mark in ('stop', 'fail', 'none', 'gap', 'near', 'ready', 'na')),
  primary key (client_id, department_id, requirement, from_on),
  constraint standing_span_runs_forward check (until_on is null or from_on < until_on),
  foreign key (client_id, department_id) references department (client_id, id)
);
create index standing_span_until on standing_span (client_id, until_on);
call fence('standing_span');

create index finding_opened on finding (client_id, opened_at);
create index finding_verified on finding (client_id, verified_at) where verified_at is not null;
create index finding_closed on finding (client_id, closed_at) where closed_at is not null;
