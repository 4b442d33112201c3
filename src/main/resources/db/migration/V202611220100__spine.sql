-- The spine: who is who, what was seen and answered, how a requirement stands, and what is being improved.
--
-- Tables with client_id belong to one client factory: row-level security shows a transaction only the client that it has named
-- with set_config('auditorium.client', …, true), and composite keys refuse a child of another client's parent.

create function current_client() returns uuid language sql stable parallel safe
  return nullif(current_setting('auditorium.client', true), '')::uuid;

-- Puts the same fence around every tenant table.
create procedure fence(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy own_client on %I using (client_id = current_client()) with check (client_id = current_client())', table_name);
end $$;

-- ---------------------------------------------------------------- who is who (global)

create table client (
  id uuid primary key,
  code text not null constraint client_code_is_unique unique constraint client_code_is_short check (code ~ '^[A-Z0-9-]{2,16}$'),
  name_zh text not null,
  name_en text not null,
  time_zone text not null default 'Asia/Shanghai',
  standard text,                      -- the standard that it is being audited against next
  audit_on date,
  created_at timestamptz not null
);

create table account (
  id uuid primary key,
  login_name text constraint account_login_name_is_unique unique,   -- null for people who sign in with factory code and number
  name text not null,
  secret_hash text not null,          -- bcrypt of the password or PIN
  language text not null default 'zh' constraint account_language_is_known check (language in ('zh', 'en')),
  administrator_since timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null
);

create table content_version (
  hash text primary key,
  kind text not null,
  key text not null,
  body text not null,
  first_used_at timestamptz not null
);

create table login_session (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  shared_device boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_until timestamptz not null,
  expires_at timestamptz not null
);
create index login_session_account on login_session (account_id);
create index login_session_expires on login_session (expires_at);

-- A device on which somebody once signed in: strangers' wrong guesses elsewhere can't lock it out.
create table known_device (
  token_hash bytea not null,
  account_id uuid not null references account on delete cascade,
  seen_at timestamptz not null,
  primary key (token_hash, account_id)
);

create table sign_in_failure (
  id uuid primary key,
  who_hash bytea not null,            -- of what was typed, known or not, so that guessing names tells nothing
  device_hash bytea,
  address text not null,
  at timestamptz not null
);
create index sign_in_failure_who on sign_in_failure (who_hash, at);
create index sign_in_failure_address on sign_in_failure (address, at);

-- ---------------------------------------------------------------- the factory

create table department (
  client_id uuid not null references client,
  id uuid primary key,
  code text not null,
  kind text not null constraint department_kind_is_known check (kind in ('HR','PRD','QA','WHS','EHS','SEC','IT','MGT','PUR')),
  name_zh text not null,
  name_en text not null,
  position int not null,
  unique (client_id, id),
  constraint department_code_is_unique unique (client_id, code)
);

create table person (
  client_id uuid not null references client,
  id uuid primary key,
  department_id uuid not null,
  number text not null,
  name text not null,
  job text not null,
  leads boolean not null default false,
  audit_role text,                    -- HR_MANAGER, EHS_MANAGER …: whom a task template means
  joined_on date not null,
  left_on date,
  unique (client_id, id),
  constraint person_number_is_unique unique (client_id, number),
  constraint person_department_is_own foreign key (client_id, department_id) references department (client_id, id)
);
create index person_department on person (client_id, department_id);

-- Global, because it is what decides which client a session may enter.
create table membership (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  client_id uuid not null references client,
  role text not null constraint membership_role_is_known check (role in ('WORKER','DEPARTMENT_MANAGER','FACTORY_MANAGER','CONSULTANT')),
  department_id uuid,
  person_id uuid,
  number text,                        -- with the factory's code: what a worker signs in with
  ended_at timestamptz,
  constraint membership_is_unique unique (client_id, account_id),
  constraint membership_number_is_unique unique (client_id, number),
  constraint membership_department_is_own foreign key (client_id, department_id) references department (client_id, id),
  constraint membership_person_is_own foreign key (client_id, person_id) references person (client_id, id)
);
create index membership_account on membership (account_id);

-- ---------------------------------------------------------------- learning

create table card_seen (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  lesson text not null,
  version text not null references content_version,
  card text not null,
  seen_at timestamptz not null,
  primary key (client_id, id),
  constraint card_seen_once unique (client_id, person_id, lesson, version, card),
  foreign key (client_id, person_id) references person (client_id, id)
);

create table lesson_completion (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  lesson text not null,
  version text not null references content_version,
  completed_at timestamptz not null,
  primary key (client_id, id),
  constraint lesson_completed_once_a_version unique (client_id, person_id, lesson, version),
  foreign key (client_id, person_id) references person (client_id, id)
);

create table attempt (
  client_id uuid not null,
  id uuid primary key,
  person_id uuid not null,
  quiz text not null,
  version text not null references content_version,
  seed bigint not null,
  paper text not null,                -- the drawn questions with their versions and the order of options, as JSON: never drawn again
  started_at timestamptz not null,
  submitted_at timestamptz,
  earned int,
  possible int,
  passed boolean,
  unique (client_id, id),
  foreign key (client_id, person_id) references person (client_id, id),
  constraint attempt_is_marked_when_submitted check ((submitted_at is null) = (earned is null) and (submitted_at is null) = (passed is null))
);
create index attempt_person on attempt (client_id, person_id, quiz, started_at desc);
create unique index attempt_one_open_a_quiz on attempt (client_id, person_id, quiz) where submitted_at is null;

create table answer_event (
  client_id uuid not null,
  id uuid not null,                   -- made by the phone
  attempt_id uuid not null,
  question text not null,
  sequence bigint not null,
  answer text not null,               -- JSON
  answered_at timestamptz not null,   -- the phone's claim
  received_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index answer_event_attempt on answer_event (client_id, attempt_id);

-- What a person has shown to know, kept up to date when an attempt is marked: boards read this, never the history.
create table lesson_standing (
  client_id uuid not null,
  person_id uuid not null,
  lesson text not null,
  version text not null references content_version,
  passed_at timestamptz not null,
  attempt_id uuid not null,
  primary key (client_id, person_id, lesson),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index lesson_standing_lesson on lesson_standing (client_id, lesson);

create table mastery (
  client_id uuid not null,
  person_id uuid not null,
  requirement text not null,
  earned int not null,
  possible int not null constraint mastery_rests_on_a_question check (possible > 0),
  updated_at timestamptz not null,
  primary key (client_id, person_id, requirement),
  foreign key (client_id, person_id) references person (client_id, id)
);

-- What people say they see and live: by department and month, never with a person, an attempt or a time.
create table experience_answer (
  client_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  month date not null constraint experience_month_is_a_first check (extract(day from month) = 1),
  quiz text not null,
  question text not null,
  version text not null references content_version,
  option text not null,
  signal boolean not null,
  primary key (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id)
);
create index experience_answer_department on experience_answer (client_id, department_id, question);

-- ---------------------------------------------------------------- readiness

create table response (
  client_id uuid not null,
  id uuid not null,                   -- made by the phone
  department_id uuid not null,
  requirement text not null,
  version text not null references content_version,
  result text not null constraint response_result_is_known check (result in ('CONFORMS','PARTLY','FAILS','NOT_APPLICABLE','NOT_CHECKED')),
  method text not null constraint response_method_is_known check (method in ('DOCUMENT','INTERVIEW','SITE','VERIFICATION')),
  note text not null default '',
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  received_at timestamptz not null,
  primary key (client_id, id),
  constraint response_not_applicable_has_a_reason check (result <> 'NOT_APPLICABLE' or length(trim(note)) > 0),
  foreign key (client_id, department_id) references department (client_id, id)
);
create index response_history on response (client_id, department_id, requirement, made_at desc);

-- The latest response of each requirement in each department.
create table latest_response (
  client_id uuid not null,
  department_id uuid not null,
  requirement text not null,
  response_id uuid not null,
  result text not null,
  made_at timestamptz not null,
  primary key (client_id, department_id, requirement),
  foreign key (client_id, response_id) references response (client_id, id)
);

create table readiness_snapshot (
  client_id uuid not null references client,
  taken_on date not null,
  department_id uuid not null,
  area text not null,
  met int not null,                   -- weight of what is ready
  possible int not null,
  primary key (client_id, taken_on, department_id, area),
  foreign key (client_id, department_id) references department (client_id, id)
);

-- ---------------------------------------------------------------- improvement

create table finding (
  client_id uuid not null,
  id uuid primary key,
  number int not null,
  department_id uuid not null,
  requirement text not null,
  grade text not null constraint finding_grade_is_known check (grade in ('ZERO_TOLERANCE','CRITICAL','MAJOR','MINOR')),
  origin text not null constraint finding_origin_is_known check (origin in ('RESPONSE','MOCK_AUDIT','REAL_AUDIT','SIGNAL')),
  response_id uuid,
  fact text not null,
  opened_at timestamptz not null,
  opened_by uuid not null references account,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by uuid references account,
  unique (client_id, id),
  constraint finding_number_is_unique unique (client_id, number),
  foreign key (client_id, department_id) references department (client_id, id),
  foreign key (client_id, response_id) references response (client_id, id)
);
create index finding_open on finding (client_id, department_id, requirement) where closed_at is null;

create table task (
  client_id uuid not null,
  id uuid primary key,
  finding_id uuid not null,
  template text not null,
  version text not null references content_version,
  title_zh text not null,
  title_en text not null,
  action_zh text not null,
  action_en text not null,
  closes_with_zh text not null,
  closes_with_en text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null constraint task_state_is_known check (state in ('OPEN','IN_PROGRESS','DONE','VERIFIED','CANCELLED')),
  created_at timestamptz not null,
  unique (client_id, id),
  constraint task_template_once_a_finding unique (client_id, finding_id, template),
  foreign key (client_id, finding_id) references finding (client_id, id),
  foreign key (client_id, owner_id) references person (client_id, id)
);
create index task_owner on task (client_id, owner_id) where state in ('OPEN', 'IN_PROGRESS');

-- Who did what to a task, and when. Appended only; a task's state is its last step.
create table task_step (
  client_id uuid not null,
  id uuid not null,                   -- made by the phone
  task_id uuid not null,
  kind text not null constraint task_step_kind_is_known check (kind in ('STARTED','REPORTED','VERIFIED','REOPENED','CANCELLED')),
  note text not null default '',
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, task_id) references task (client_id, id)
);
create index task_step_task on task_step (client_id, task_id, made_at);

-- Bytes are kept once a client and content.
create table file_content (
  client_id uuid not null references client,
  sha256 bytea not null,
  bytes bytea not null,
  primary key (client_id, sha256)
);

create table attachment (
  client_id uuid not null,
  id uuid primary key,
  task_step_id uuid not null,
  sha256 bytea not null,
  media_type text not null constraint attachment_type_is_known check (media_type in ('image/jpeg','image/png','application/pdf')),
  name text not null,
  size int not null,
  added_at timestamptz not null,
  unique (client_id, id),
  foreign key (client_id, task_step_id) references task_step (client_id, id),
  foreign key (client_id, sha256) references file_content (client_id, sha256)
);
create index attachment_step on attachment (client_id, task_step_id);

call fence('department');
call fence('person');
call fence('card_seen');
call fence('lesson_completion');
call fence('attempt');
call fence('answer_event');
call fence('experience_answer');
call fence('lesson_standing');
call fence('mastery');
call fence('response');
call fence('latest_response');
call fence('readiness_snapshot');
call fence('finding');
call fence('task');
call fence('task_step');
call fence('file_content');
call fence('attachment');
