-- A key was corrected, and attempts that were marked by the old one were marked anew: who did it, when and why.
create table regrade (
  client_id uuid not null references client,
  id uuid not null,                   -- made by the page
  quiz text not null,
  question text not null,
  key_version text not null,          -- the version by whose key was marked
  reason text not null constraint regrade_says_why check (length(btrim(reason)) between 5 and 1000),
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  attempts int not null,              -- looked at
  changed int not null,
  gained int not null,                -- passed by it
  kept int not null,                  -- had passed, would no longer, and keep it
  primary key (client_id, id)
);
create index regrade_question on regrade (client_id, quiz, question, made_at desc);

-- Each attempt whose mark changed. With its paper and answers this is enough to work out its score again.
create table regrade_change (
  client_id uuid not null,
  regrade_id uuid not null,
  attempt_id uuid not null,
  from_version text not null,         -- by whose key the question was marked before
  question_earned_before int not null,
  question_earned_after int not null,
  earned_before int not null,
  possible_before int not null,
  passed_before boolean not null,
  earned_after int not null,
  possible_after int not null,
  passed_after boolean not null,
  primary key (client_id, regrade_id, attempt_id),
  constraint regrade_takes_no_pass check (passed_after or not passed_before),
  foreign key (client_id, regrade_id) references regrade (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index regrade_change_attempt on regrade_change (client_id, attempt_id);

call fence('regrade');
call fence('regrade_change');
