-- Findings that say why, tasks that need proof, and a look later whether it worked.

-- verified_at: all that was to be done has been verified, and the requirement counts as met again. closed_at: it has also been seen that
-- it works. Findings that were closed before there was such a look stay closed.
alter table finding
  add column verified_at timestamptz,
  add column check_on date,                            -- when somebody looks whether it worked
  add column times_back int not null default 0,        -- how often it came back after it had been verified
  add column basis text constraint finding_basis_is_known check (basis in ('DOCUMENT', 'INTERVIEW', 'SITE')),
  add column source text not null default '';          -- which audit said so, and where in its report
alter table finding no force row level security;
update finding set verified_at = closed_at where closed_at is not null;
alter table finding force row level security;
create index finding_requirement on finding (client_id, requirement, department_id);

-- How a finding was understood: each time the whole of it, the latest counts. Appended only.
create table finding_revision (
  client_id uuid not null,
  id uuid not null,                   -- made by the form, so that sent twice is kept once
  finding_id uuid not null,
  grade text not null constraint finding_revision_grade_is_known check (grade in ('ZERO_TOLERANCE','CRITICAL','MAJOR','MINOR')),
  fact text not null,
  containment text not null default '',
  whys text[] not null default '{}' constraint finding_revision_has_five_whys check (cardinality(whys) <= 5),
  cause text,                         -- of checklists/causes.yaml
  reason text not null default '',    -- why fact or grade are others than before
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, finding_id) references finding (client_id, id)
);
create index finding_revision_finding on finding_revision (client_id, finding_id, made_at);

-- What happened to a finding after it was opened. Appended only.
create table finding_step (
  client_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  kind text not null constraint finding_step_kind_is_known check (kind in ('SEEN_AGAIN','VERIFIED','CONFIRMED','FAILED','CAME_BACK','REOPENED')),
  note text not null default '',
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, finding_id) references finding (client_id, id)
);
create index finding_step_finding on finding_step (client_id, finding_id, made_at);

-- A task may also be in somebody's own words, without a template.
alter table task
  add column kind text not null default 'CORRECTION'
    constraint task_kind_is_known check (kind in ('CONTAINMENT','CORRECTION','CORRECTIVE','PREVENTIVE','TRAINING')),
  alter column template drop not null,
  alter column version drop not null,
  add constraint task_template_has_a_version check ((template is null) = (version is null));

-- Why there is nothing attached, in words that the verifier has to accept.
alter table task_step
  add column without_file text not null default '',
  drop constraint task_step_kind_is_known,
  add constraint task_step_kind_is_known
    check (kind in ('STARTED','REPORTED','VERIFIED','REOPENED','CANCELLED','MOVED','HANDED_OVER','REMARKED'));

call fence('finding_revision');
call fence('finding_step');
call personal('finding_revision', 'made_by_name', 'made_by', '已清除 erased');
call personal('finding_step', 'made_by_name', 'made_by', '已清除 erased');
