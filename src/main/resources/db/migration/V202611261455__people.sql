-- People and their accounts are made and changed in the application.

-- Whoever has chosen no secret yet, or needs a new one, signs in once with a start code. Of the code only a hash is kept; it is
-- random and long, so a fast hash will do.
alter table account alter column secret_hash drop not null;
alter table account add column secret_set_at timestamptz;
create unique index account_login_name_is_unique_in_any_case on account (lower(login_name));

create table start_code (
  account_id uuid primary key references account on delete cascade,
  code_hash bytea not null,           -- SHA-256 of the account's id and the code
  made_at timestamptz not null,
  made_by uuid references account on delete set null,
  expires_at timestamptz not null
);
create index start_code_expires on start_code (expires_at);

alter table membership add column suspended_at timestamptz;
alter table membership add column given_at timestamptz;
alter table membership add column given_by uuid references account on delete set null;
alter table membership add column ended_by uuid references account on delete set null;
create unique index membership_person_has_one on membership (client_id, person_id) where ended_at is null;

-- In the order of pinyin, and found by it. Null until the application has worked it out for rows that were written by others.
alter table person add column name_key bytea;
alter table person add column name_latin text;
create index person_in_order on person (client_id, name_key);

-- What happened to a person in the factory, and when. Appended only.
create table person_step (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint person_step_kind_is_known check (kind in ('JOINED','MOVED','LEFT','CAME_BACK')),
  department_id uuid not null,        -- where the person is from then on, or was last
  on_date date not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, department_id) references department (client_id, id)
);
create index person_step_person on person_step (client_id, person_id, made_at);
call fence('person_step');
