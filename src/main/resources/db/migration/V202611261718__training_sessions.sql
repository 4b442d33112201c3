-- Training in a room and talks on the line: who was meant to come, who was there, what they answered, and what came of it.
-- Once a session is closed the database takes nothing more for it than an added correction.

create table training_session (
  client_id uuid not null references client,
  id uuid primary key,
  kind text not null constraint training_session_kind_is_known check (kind in ('ROOM', 'LINE')),
  within_id uuid,                      -- the department that its planner is confined to
  department_id uuid,                  -- of a talk on the line: whose names the phone shows
  lessons text[] not null constraint training_session_teaches_something check (cardinality(lessons) between 1 and 60),
  language text not null constraint training_session_language_is_known check (language in ('zh', 'en')),
  room text not null,
  trainer text not null,
  trainer_id uuid references account,  -- null: somebody who has no account here
  starts_at timestamptz not null,
  minutes int not null constraint training_session_fits_a_day check (minutes between 1 and 600),
  secret bytea not null constraint training_session_secret_cannot_be_guessed check (length(secret) = 32),
  planned_by uuid not null references account,
  planned_at timestamptz not null,
  taught text,                         -- at closing: the lessons and their versions, as JSON
  closed_at timestamptz,
  closed_by uuid references account,
  closed_by_name text,
  cancelled_at timestamptz,
  unique (client_id, id),
  foreign key (client_id, within_id) references department (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id),
  constraint training_session_on_the_line_has_a_department check (kind = 'ROOM' or department_id is not null),
  constraint training_session_closing_is_whole check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (taught is null)),
  constraint training_session_ends_once check (closed_at is null or cancelled_at is null)
);
create index training_session_by_time on training_session (client_id, starts_at);

-- Who is meant to come, and who came without.
create table session_seat (
  client_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  walk_in boolean not null,
  primary key (client_id, session_id, person_id),
  foreign key (client_id, session_id) references training_session (client_id, id),
  foreign key (client_id, person_id) references person (client_id, id)
);
create index session_seat_person on session_seat (client_id, person_id);

-- What was noted about somebody's presence; the latest note counts.
create table session_attendance (
  client_id uuid not null,
  id uuid primary key,
  session_id uuid not null,
  person_id uuid not null,
  attended text not null constraint session_attendance_is_known check (attended in ('PRESENT', 'LEFT', 'ABSENT')),
  how text not null constraint session_attendance_way_is_known check (how in ('QR', 'HAND', 'LINE')),
  at timestamptz not null,
  noted_by uuid not null references account,   -- whose sign-in it was
  signature text constraint session_attendance_signature_is_short check (length(signature) <= 6000),  -- the d of an SVG path, 600 × 200
  unique (client_id, id),
  foreign key (client_id, session_id, person_id) references session_seat (client_id, session_id, person_id)
);
create index session_attendance_latest on session_attendance (client_id, session_id, person_id, at desc, id desc);

-- What came of it for each person, written when the session is closed.
create table session_outcome (
  client_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  attended text not null constraint session_outcome_attended_is_known check (attended in ('PRESENT', 'LEFT', 'ABSENT')),
  walk_in boolean not null,
  how text,                            -- null: never noted
  arrived_at timestamptz,
  left_at timestamptz,
  department_zh text not null,         -- as it was then
  department_en text not null,
  primary key (client_id, session_id, person_id),
  foreign key (client_id, session_id, person_id) references session_seat (client_id, session_id, person_id)
);

create table session_correction (
  client_id uuid not null,
  id uuid primary key,
  session_id uuid not null,
  words text not null constraint session_correction_says_something check (length(btrim(words)) between 1 and 2000),
  made_at timestamptz not null,
  made_by uuid not null references account,
  made_by_name text not null,
  unique (client_id, id),
  foreign key (client_id, session_id) references training_session (client_id, id)
);
create index session_correction_session on session_correction (client_id, session_id, made_at);

call fence('training_session');
call fence('session_seat');
call fence('session_attendance');
call fence('session_outcome');
call fence('session_correction');

call personal('training_session', 'trainer', 'trainer_id', '已清除 erased');
call personal('training_session', 'closed_by_name', 'closed_by', '已清除 erased');
call personal('session_attendance', 'signature', 'person_id', null);
call personal('session_correction', 'made_by_name', 'made_by', '已清除 erased');

-- A closed session stays as it is. Only an erasure, which the owner of the tables runs, empties its two names.
create function training_session_stays() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null and (current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
      or to_jsonb(new) - 'trainer' - 'closed_by_name' <> to_jsonb(old) - 'trainer' - 'closed_by_name') then
    raise exception 'training session % is closed: add a correction', old.id using errcode = '23514', constraint = 'training_session_stays';
  end if;
  return new;
end $$;
create trigger training_session_stays before update on training_session for each row execute function training_session_stays();

-- Whatever belongs to a session comes before its closing. The lock makes a late one wait for the closing, and then see it.
create function session_is_open() returns trigger language plpgsql as $$
declare
  client uuid := case when tg_op = 'DELETE' then old.client_id else new.client_id end;
  session uuid := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
  closed timestamptz;
begin
  if tg_op = 'DELETE' and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return old;                        -- an erasure
  end if;
  select closed_at into closed from training_session where client_id = client and id = session for share;
  if closed is not null then
    raise exception 'training session % is closed: add a correction', session using errcode = '23514', constraint = 'session_is_open';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger session_is_open before insert or delete on session_seat for each row execute function session_is_open();
create trigger session_is_open before insert or delete on session_attendance for each row execute function session_is_open();
create trigger session_is_open before insert or delete on session_outcome for each row execute function session_is_open();

-- Before the closing nothing needs a correction.
create function session_is_closed() returns trigger language plpgsql as $$
begin
  if not exists (select from training_session where client_id = new.client_id and id = new.session_id and closed_at is not null) then
    raise exception 'training session % is not closed yet', new.session_id using errcode = '23514', constraint = 'session_is_closed';
  end if;
  return new;
end $$;
create trigger session_is_closed before insert on session_correction for each row execute function session_is_closed();

-- Questions that a room or a line is asked together. One question is open at a time on the wall; those of a talk on the line are
-- never opened there.

create table session_question (
  client_id uuid not null,
  id uuid primary key,
  session_id uuid not null,
  position int not null,
  lesson text not null,
  question text not null,
  version text not null references content_version,
  choices text[] not null,             -- ids of the options in the order in which all see them
  possible int not null,               -- hundredths of a point
  opened_at timestamptz,
  closed_at timestamptz,
  unique (client_id, id),
  constraint session_question_position_is_unique unique (client_id, session_id, position),
  constraint session_question_is_opened_first check (closed_at is null or opened_at is not null),
  foreign key (client_id, session_id) references training_session (client_id, id)
);
create unique index session_question_one_is_open on session_question (client_id, session_id)
  where opened_at is not null and closed_at is null;

create table session_answer (
  client_id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  chosen text[] not null,
  earned int not null,                 -- hundredths of a point
  at timestamptz not null,
  primary key (client_id, question_id, person_id),
  constraint session_answer_earns_no_less_than_nothing check (earned >= 0),
  foreign key (client_id, question_id) references session_question (client_id, id),
  foreign key (client_id, session_id, person_id) references session_seat (client_id, session_id, person_id)
);
create index session_answer_session on session_answer (client_id, session_id);

-- What each person showed of each lesson, written when the session is closed.
create table session_result (
  client_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  lesson text not null,
  asked int not null,
  answered int not null,
  score int not null constraint session_result_score_is_per_cent check (score between 0 and 100),
  passed boolean not null,
  primary key (client_id, session_id, person_id, lesson),
  foreign key (client_id, session_id, person_id) references session_outcome (client_id, session_id, person_id)
);

call fence('session_question');
call fence('session_answer');
call fence('session_result');

create trigger session_is_open before insert or update or delete on session_question for each row execute function session_is_open();
create trigger session_is_open before insert or delete on session_answer for each row execute function session_is_open();
create trigger session_is_open before insert or delete on session_result for each row execute function session_is_open();

-- The signed sheet, photographed; it comes before the closing.
create table session_photo (
  client_id uuid not null,
  id uuid primary key,
  session_id uuid not null,
  sha256 bytea not null,
  media_type text not null,
  name text not null,
  size int not null,
  added_at timestamptz not null,
  unique (client_id, id),
  foreign key (client_id, session_id) references training_session (client_id, id),
  foreign key (client_id, sha256) references file_content (client_id, sha256)
);
create index session_photo_session on session_photo (client_id, session_id, added_at);

call fence('session_photo');
create trigger session_is_open before insert or delete on session_photo for each row execute function session_is_open();

-- What somebody chose, question by question, goes when they are erased; what came of it stays.
do $$ begin
  if exists (select from pg_proc where proname = 'personal_row') then
    call personal_row('session_answer');
  end if;
end $$;
