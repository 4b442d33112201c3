-- Mock audits, what people say they live, and spaced practice.

-- An attempt that is a mock audit: of which department and standard, and where its stages begin.
create table mock_audit (
  client_id uuid not null,
  attempt_id uuid not null,
  department_id uuid not null,        -- where the person worked when it began
  standard text,                      -- null: a general one
  stages text not null constraint mock_audit_has_six_stages check (stages ~ '^\d+(,\d+){5}$'),  -- how many questions each has
  primary key (client_id, attempt_id),
  foreign key (client_id, attempt_id) references attempt (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id)
);

-- What each person showed in the latest mock audit that asked about a requirement. Only sums over five people and more are shown.
create table mock_standing (
  client_id uuid not null,
  person_id uuid not null,
  requirement text not null,
  department_id uuid not null,
  attempt_id uuid not null,
  earned int not null,
  possible int not null constraint mock_standing_rests_on_a_question check (possible > 0),
  ended_at timestamptz not null,
  primary key (client_id, person_id, requirement),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index mock_standing_department on mock_standing (client_id, department_id, requirement);

-- How many people of a department answered an experience question in a month, and how many of them chose something that points
-- at a risk. What is shown moves only when five more have answered: nobody is found by looking before and after.
create table experience_turnout (
  client_id uuid not null,
  department_id uuid not null,
  month date not null constraint experience_turnout_month_is_a_first check (extract(day from month) = 1),
  quiz text not null,
  question text not null,
  people int not null,
  signalled int not null,
  shown_people int not null default 0,
  shown_signalled int not null default 0,
  primary key (client_id, department_id, month, quiz, question),
  constraint experience_turnout_adds_up check (signalled <= people and shown_people <= people and shown_signalled <= shown_people),
  foreign key (client_id, department_id) references department (client_id, id)
);

-- What a person remembers of a question (FSRS-6), kept from practice_review.
create table practice_card (
  client_id uuid not null,
  person_id uuid not null,
  quiz text not null,
  question text not null,
  stability double precision not null,
  difficulty double precision not null,
  phase text not null constraint practice_card_phase_is_known check (phase in ('LEARNING', 'REVIEW', 'RELEARNING')),
  step int not null,
  pause_seconds bigint not null,
  reviewed_on date not null,
  due_on date not null,
  missed boolean not null,            -- the last time
  practised_on date,                  -- the last day it was asked in practice
  primary key (client_id, person_id, quiz, question),
  foreign key (client_id, person_id) references person (client_id, id)
);
create index practice_card_due on practice_card (client_id, person_id, due_on);

-- Each time a question was answered, in an attempt or in practice. Appended only.
create table practice_review (
  client_id uuid not null,
  id uuid not null,                   -- of practice: made with the page, so that sending twice is once
  person_id uuid not null,
  quiz text not null,
  question text not null,
  version text not null references content_version,
  again boolean not null,             -- missed; else remembered
  attempt_id uuid,                    -- null: in practice
  answer text,                        -- of practice, as JSON; an attempt keeps its own
  reviewed_on date not null,
  reviewed_at timestamptz not null,
  primary key (client_id, id),
  constraint practice_review_once_an_attempt unique (client_id, attempt_id, quiz, question),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index practice_review_today on practice_review (client_id, person_id, reviewed_on) where attempt_id is null;

call fence('mock_audit');
call fence('mock_standing');
call fence('experience_turnout');
call fence('practice_card');
call fence('practice_review');
