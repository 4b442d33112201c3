-- What comes back by itself, who is told when a task is late, and who was spoken to.

-- Something that a department does again and again, such as checking extinguishers.
create table routine (
  client_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  requirement text not null,
  title text not null,
  rhythm text not null constraint routine_rhythm_is_known check (rhythm in ('WEEKLY','MONTHLY','QUARTERLY','HALF_YEARLY','YEARLY')),
  owner_id uuid not null,
  starts_on date not null,
  created_at timestamptz not null,
  created_by uuid not null references account,
  created_by_name text not null,
  ended_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id),
  foreign key (client_id, owner_id) references person (client_id, id)
);

-- One time that it is due. Several nodes may make them: a routine has one turn a day.
create table routine_turn (
  client_id uuid not null,
  id uuid not null,
  routine_id uuid not null,
  due_on date not null,
  done_at timestamptz,
  done_by uuid references account,
  done_by_name text,
  note text not null default '',
  primary key (client_id, id),
  constraint routine_turn_once_a_day unique (client_id, routine_id, due_on),
  constraint routine_turn_is_done_by_somebody check ((done_at is null) = (done_by is null)),
  foreign key (client_id, routine_id) references routine (client_id, id)
);
create index routine_turn_due on routine_turn (client_id, due_on) where done_at is null;

-- That a task was late, and who was told: 1 the department, 2 the factory, 3 the consultant. Moved to another day it counts anew.
create table task_escalation (
  client_id uuid not null,
  task_id uuid not null,
  due_on date not null,
  level int not null constraint task_escalation_level_is_known check (level between 1 and 3),
  raised_at timestamptz not null,
  primary key (client_id, task_id, due_on, level),
  foreign key (client_id, task_id) references task (client_id, id)
);

-- Somebody was spoken to in a remark on a task.
create table mention (
  client_id uuid not null,
  task_step_id uuid not null,
  account_id uuid not null references account,
  seen_at timestamptz,
  primary key (client_id, task_step_id, account_id),
  foreign key (client_id, task_step_id) references task_step (client_id, id)
);
create index mention_unseen on mention (client_id, account_id) where seen_at is null;

create index task_due on task (client_id, due_on) where state in ('OPEN', 'IN_PROGRESS');
create index finding_check on finding (client_id, check_on) where verified_at is not null and closed_at is null;

call fence('routine');
call fence('routine_turn');
call fence('task_escalation');
call fence('mention');
call personal('routine', 'created_by_name', 'created_by', '已清除 erased');
call personal('routine_turn', 'done_by_name', 'done_by', '已清除 erased');
