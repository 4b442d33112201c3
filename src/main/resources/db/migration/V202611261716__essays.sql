-- Answers that a person marks: the queue of them, and every marking with who, when and why.

-- Since when nothing that arrives counts any more and a person has to mark what was written. The score is not final before.
alter table attempt add column waiting_since timestamptz,
  add constraint attempt_waits_after_its_end check (waiting_since is null or submitted_at is not null);

create table essay (
  client_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  person_id uuid not null,
  quiz text not null,
  question text not null,
  version text not null,              -- by whose rubric it is marked
  answer_id uuid,                     -- the answer that stood; null: the person was erased
  handed_in_at timestamptz not null,
  waiting boolean not null default true,   -- kept from essay_mark
  primary key (client_id, id),
  constraint essay_once_a_question unique (client_id, attempt_id, question),
  foreign key (client_id, attempt_id) references attempt (client_id, id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, answer_id) references answer_event (client_id, id) on delete set null (answer_id)
);
create index essay_waiting on essay (client_id, quiz, question, handed_in_at) where waiting;
create index essay_answer on essay (client_id, answer_id);

-- One after the other: each but the first takes the place of the one before, and none is ever changed.
create table essay_mark (
  client_id uuid not null,
  id uuid not null,                   -- made by the page
  essay_id uuid not null,
  person_id uuid not null,            -- who wrote the answer, and whom the comment is about
  supersedes uuid,
  points text not null,               -- points by criterion, as JSON
  earned int not null,
  possible int not null,
  comment text,
  reason text,                        -- why it is marked again
  marked_by uuid not null references account,
  marked_by_name text not null,
  marked_at timestamptz not null,
  primary key (client_id, id),
  constraint essay_mark_of_an_essay unique (client_id, essay_id, id),
  constraint essay_mark_one_after_the_other unique nulls not distinct (client_id, essay_id, supersedes),
  constraint essay_mark_is_in_range check (possible >= 0 and earned between 0 and possible),
  constraint essay_mark_again_says_why check (supersedes is null or length(btrim(reason)) >= 5),
  foreign key (client_id, essay_id) references essay (client_id, id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, essay_id, supersedes) references essay_mark (client_id, essay_id, id)
);
create index essay_mark_lately on essay_mark (client_id, marked_at desc);

call fence('essay');
call fence('essay_mark');
call personal('essay_mark', 'comment', 'person_id', null);
call personal('essay_mark', 'marked_by_name', 'marked_by', '已清除 erased');

-- Answers go when a person is erased; what they earned stays.
alter table marked_question drop constraint marked_question_client_id_answer_id_fkey,
  add constraint marked_question_answer foreign key (client_id, answer_id) references answer_event (client_id, id) on delete set null (answer_id);
create index marked_question_answer on marked_question (client_id, answer_id);
