-- What shows that requirements are met. Appended only: a newer revision points at the one it stands in front of.

create table evidence (
  client_id uuid not null references client,
  id uuid not null,                     -- made with the form, so that sending twice files once
  department_id uuid,                   -- null: the whole factory
  sort text not null constraint evidence_sort_is_known check (sort in ('PERMIT', 'REPORT', 'RECORD', 'DOCUMENT', 'PHOTO')),
  title text not null constraint evidence_has_a_title check (length(btrim(title)) > 0),
  covers_from date,
  covers_to date,
  made_on date not null,                -- the date of the document itself, as somebody says
  expires_on date,
  original text not null default '',    -- where the paper itself is
  historic_note text not null default '',
  revises uuid,
  revision int not null constraint evidence_revisions_count_up check (revision >= 1 and (revision = 1) = (revises is null)),
  sha256 bytea not null,
  media_type text not null,
  name text not null,
  size int not null,
  filed_by uuid not null references account,
  filed_by_name text not null,
  filed_at timestamptz not null,
  received_at timestamptz not null,
  primary key (client_id, id),
  constraint evidence_period_runs_forward check (covers_from is null or (covers_to is not null and covers_from <= covers_to)),
  constraint evidence_ends_after_it_was_made check (expires_on is null or expires_on >= made_on),
  constraint evidence_of_the_past_says_what_it_is check (covers_to is null or made_on <= covers_to or length(btrim(historic_note)) > 0),
  constraint evidence_is_revised_once unique (client_id, revises),
  foreign key (client_id, department_id) references department (client_id, id),
  foreign key (client_id, revises) references evidence (client_id, id),
  foreign key (client_id, sha256) references file_content (client_id, sha256)
);
create index evidence_newest on evidence (client_id, filed_at desc, id desc);

-- What a piece proves, as which of the requirement's kinds of evidence, and the last day on which it holds as such.
create table evidence_requirement (
  client_id uuid not null,
  evidence_id uuid not null,
  requirement text not null,
  kind text not null,
  until_on date,
  primary key (client_id, evidence_id, requirement, kind),
  foreign key (client_id, evidence_id) references evidence (client_id, id)
);
create index evidence_requirement_key on evidence_requirement (client_id, requirement, kind);

create table evidence_check (
  client_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  accepted boolean not null,
  note text not null default '',
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (client_id, id),
  constraint evidence_turned_down_has_a_reason check (accepted or length(btrim(note)) > 0),
  foreign key (client_id, evidence_id) references evidence (client_id, id)
);
create index evidence_check_piece on evidence_check (client_id, evidence_id, made_at desc, id desc);

-- Kept at write time for the boards: the piece that holds longest, of those that are current and that nobody turned down.
create table evidence_standing (
  client_id uuid not null,
  department_id uuid,                   -- null: the whole factory
  requirement text not null,
  kind text not null,
  evidence_id uuid not null,
  until_on date,                        -- null: for good
  constraint evidence_standing_once unique nulls not distinct (client_id, department_id, requirement, kind),
  foreign key (client_id, evidence_id) references evidence (client_id, id)
);

call fence('evidence');
call fence('evidence_requirement');
call fence('evidence_check');
call fence('evidence_standing');

call personal('evidence', 'filed_by_name', 'filed_by', '已清除 erased');
call personal('evidence_check', 'made_by_name', 'made_by', '已清除 erased');
