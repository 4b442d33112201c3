-- What keeps the record honest: its end day by day, who outside gets it, and what every check found.

create table record_root (
  client_id uuid not null references client,
  taken_on date not null,              -- in the factory's time zone
  sequence bigint not null,
  hash bytea not null,
  taken_at timestamptz not null,
  primary key (client_id, taken_on)
);

create table record_recipient (
  client_id uuid not null references client,
  id uuid primary key,
  address text not null constraint record_recipient_address_is_short check (length(address) <= 254),
  added_at timestamptz not null,
  added_by uuid not null references account,
  removed_at timestamptz,
  unique (client_id, id)
);
create unique index record_recipient_once on record_recipient (client_id, lower(address)) where removed_at is null;

create table record_root_mail (
  client_id uuid not null,
  taken_on date not null,
  recipient_id uuid not null,
  sent_at timestamptz not null,
  primary key (client_id, taken_on, recipient_id),
  foreign key (client_id, taken_on) references record_root (client_id, taken_on),
  foreign key (client_id, recipient_id) references record_recipient (client_id, id)
);

create table record_check (
  client_id uuid not null references client,
  id uuid primary key,
  checked_at timestamptz not null,
  checked_by uuid references account,  -- null: the nightly check
  checked_by_name text not null,
  entries bigint not null,
  compared bigint not null,
  erased bigint not null,
  found bigint not null,
  faults text not null,                -- the first of them, as JSON
  millis bigint not null,
  unique (client_id, id)
);
create index record_check_latest on record_check (client_id, checked_at desc);

call fence('record_root');
call fence('record_recipient');
call fence('record_root_mail');
call fence('record_check');
