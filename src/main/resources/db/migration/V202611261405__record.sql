-- The record: who did what and when, in a chain of hashes for each client, so that a change of any row shows. docs/record-format.md
-- says how a hash is made. Nobody but append_to_record writes here, and it only adds.

-- The end of each chain. Its row is locked by whoever adds, so numbers have no gaps.
create table record_head (
  client_id uuid primary key references client,
  sequence bigint not null,
  hash bytea not null,
  recorded_at timestamptz not null
);

create table record_entry (
  client_id uuid not null references client,
  sequence bigint not null constraint record_entry_counts_from_one check (sequence > 0),
  previous bytea not null,
  recorded_at timestamptz not null,
  kind text not null constraint record_entry_kind_is_a_word check (kind ~ '^[a-z][a-z-]{0,39}$'),
  subject uuid not null,
  payload text not null,               -- canonical JSON; of personal fields it has salted hashes only
  hash bytea not null,
  primary key (client_id, sequence)
);
create index record_entry_subject on record_entry (client_id, subject, sequence);

-- What the chain knows by salted hashes only. Erasing empties a row and says which erasure did it; the chain stays whole.
create table record_personal (
  client_id uuid not null,
  sequence bigint not null,
  field text not null,
  holder uuid,                         -- the person or account that it is about; null where it is about the factory
  salt bytea,
  value text,
  erased_by uuid,
  primary key (client_id, sequence, field),
  constraint record_personal_is_there_or_erased check ((salt is null) = (value is null) and (salt is null) = (erased_by is not null)),
  foreign key (client_id, sequence) references record_entry (client_id, sequence)
);
create index record_personal_holder on record_personal (client_id, holder) where value is not null;

call fence('record_head');
call fence('record_entry');
call fence('record_personal');

-- Locks the end of the current client's chain until the transaction is over, and answers its number.
create function lock_record() returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  client uuid := current_client();
  number bigint;
begin
  if client is null then
    raise exception 'no client is named';
  end if;
  insert into record_head (client_id, sequence, hash, recorded_at)
    values (client, 0, decode(repeat('00', 32), 'hex'), timestamptz '1970-01-01 00:00:00+00') on conflict do nothing;
  select sequence into strict number from record_head where client_id = client for update;
  return number;
end $$;

-- Adds entries to the chain of the current client. The database sets the number, the time and the hash, so that not even the
-- application can choose them; time never goes back. of_entry says to which of the entries, counted from 1, a personal value belongs.
create function append_to_record(kinds text[], subjects uuid[], payloads text[],
    of_entry int[], fields text[], holders uuid[], salts bytea[], personal_values text[])
  returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  client uuid := current_client();
  first bigint := lock_record();
  number bigint := first;
  last_hash bytea;
  moment timestamptz;
  told record;
  next_hash bytea;
begin
  select hash, greatest(clock_timestamp(), recorded_at) into strict last_hash, moment from record_head where client_id = client;
  for told in select * from unnest(kinds, subjects, payloads) with ordinality as u (kind, subject, payload, place) order by place loop
    number := number + 1;
    next_hash := sha256(convert_to(concat_ws(E'\n', 'auditorium-record-1', client, number, encode(last_hash, 'hex'),
      to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), told.kind, told.subject,
      encode(sha256(convert_to(told.payload, 'UTF8')), 'hex')), 'UTF8'));
    insert into record_entry (client_id, sequence, previous, recorded_at, kind, subject, payload, hash)
      values (client, number, last_hash, moment, told.kind, told.subject, told.payload, next_hash);
    last_hash := next_hash;
  end loop;
  update record_head set sequence = number, hash = last_hash, recorded_at = moment where client_id = client;
  insert into record_personal (client_id, sequence, field, holder, salt, value)
    select client, first + p.entry, p.field, p.holder, p.salt, p.value
      from unnest(of_entry, fields, holders, salts, personal_values) as p (entry, field, holder, salt, value);
  return number;
end $$;

revoke all on function lock_record() from public;
revoke all on function append_to_record(text[], uuid[], text[], int[], text[], uuid[], bytea[], text[]) from public;
grant execute on function lock_record() to auditorium_app;
grant execute on function append_to_record(text[], uuid[], text[], int[], text[], uuid[], bytea[], text[]) to auditorium_app;
