-- The language of the page on which an answer was given; null in answers from before, or from a page that didn't say.
alter table answer_event add column language text constraint answer_event_language_is_known check (language in ('zh', 'en'));

-- What each scored question of an attempt earned, once the whole attempt is marked: statistics read this, never the answers.
create table marked_question (
  client_id uuid not null,
  attempt_id uuid not null,
  question text not null,
  quiz text not null,
  version text not null,              -- as it was asked
  key_version text not null,          -- the version by whose key it is marked; another one after a regrade
  language text constraint marked_question_language_is_known check (language in ('zh', 'en')),
  answer_id uuid,                     -- the answer that stood; null: none
  earned int not null,
  possible int not null,
  first_try boolean not null,         -- the person's first attempt at the quiz
  handed_in_at timestamptz not null,
  primary key (client_id, attempt_id, question),
  constraint marked_question_is_scored check (possible > 0 and earned between 0 and possible),
  foreign key (client_id, attempt_id) references attempt (client_id, id),
  foreign key (client_id, answer_id) references answer_event (client_id, id)
);
create index marked_question_first on marked_question (client_id, quiz, handed_in_at desc, attempt_id) where first_try;
create index marked_question_key on marked_question (client_id, quiz, question, key_version);
call fence('marked_question');
