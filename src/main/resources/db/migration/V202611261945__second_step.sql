-- The second step of signing in. Global like accounts: it belongs to a person and not to a factory.

create table second_step (
  account_id uuid primary key references account on delete cascade,
  secret bytea not null,               -- as it is: a code can be checked with nothing less
  begun_at timestamptz not null,
  confirmed_at timestamptz,            -- null until the first code was right
  last_step bigint not null default 0  -- the half minute whose code was used last: none up to it works again
);

create table recovery_code (
  account_id uuid not null references account on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Whose first step was right; it opens nothing but the page of the second.
create table half_sign_in (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  shared_device boolean not null,
  factory text not null,
  next text not null,
  expires_at timestamptz not null
);
create index half_sign_in_account on half_sign_in (account_id);
create index half_sign_in_expires on half_sign_in (expires_at);

-- From when on a factory asks its managers and consultants for it.
alter table client add column second_step_since timestamptz;
