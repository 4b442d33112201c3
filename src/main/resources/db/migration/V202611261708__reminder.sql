-- Reminders, each made and sent once; addresses to send them to; calendars that people subscribe to.

alter table person add column email text constraint person_email_is_one check (email ~ '^[^[:space:]@<>,;]+@[^[:space:]@<>,;]+$' and length(email) <= 254);

create table reminder (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint reminder_kind_is_known check (kind in ('LESSON_DUE','LESSON_LATE','TASK_DUE','TASK_LATE')),
  due_on date not null,               -- one reminder for all lessons that are due on a day
  task_id uuid,
  made_at timestamptz not null,
  tried_at timestamptz,
  tries int not null default 0,
  claimed_at timestamptz,             -- a server is handing it over; if that server dies it is not sent a second time
  sent_at timestamptz,
  primary key (client_id, id),
  constraint reminder_once unique nulls not distinct (client_id, person_id, kind, due_on, task_id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, task_id) references task (client_id, id)
);
create index reminder_waiting on reminder (client_id, made_at) where sent_at is null and claimed_at is null;

-- One calendar a person; a new address ends the one before.
create table calendar_feed (
  client_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  primary key (client_id, person_id),
  constraint calendar_feed_token_is_unique unique (client_id, token_hash),
  foreign key (client_id, person_id) references person (client_id, id)
);

call fence('reminder');
call fence('calendar_feed');

-- An address is a person's, and goes with the name.
call personal('person', 'email', 'id', null);
