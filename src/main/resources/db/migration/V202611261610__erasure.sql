-- What is erased of people who have left, and how. The law's two years after somebody has left are in the function itself.

alter table person add column erased_at timestamptz;

-- For how long a factory keeps what it has of people who have left. No row: 36 months.
create table retention (
  client_id uuid primary key references client,
  months int not null constraint retention_is_two_to_twenty_years check (months between 24 and 240),
  set_at timestamptz not null,
  set_by uuid not null references account
);

create table erasure (
  client_id uuid not null references client,
  id uuid primary key,
  person_id uuid not null,
  ground text not null constraint erasure_ground_is_known check (ground in ('RETENTION', 'REQUEST')),
  reason text not null default '',
  left_on date not null,
  names int not null,                  -- how many names and words were emptied, in rows and beside the record
  rows_removed int not null,
  made_at timestamptz not null,
  made_by uuid not null references account,
  made_by_name text not null,
  unique (client_id, id),
  constraint erasure_once_a_person unique (client_id, person_id),
  constraint erasure_on_request_has_a_reason check (ground = 'RETENTION' or length(btrim(reason)) > 0),
  foreign key (client_id, person_id) references person (client_id, id)
);

call fence('retention');
call fence('erasure');

-- Columns outside of person and account that hold a name or other words about somebody. Migrations of later features add theirs with
-- call personal('table', 'column', 'column with the person''s or account''s id', 'what stands there afterwards').
create table personal_column (
  table_name text not null,
  column_name text not null,
  holder_column text not null,
  becomes text,                        -- null: nothing
  primary key (table_name, column_name)
);

create procedure personal(of_table text, of_column text, held_by text, becomes text) language plpgsql as $$
begin
  if (select count(*) from information_schema.columns
       where table_schema = 'public' and table_name = of_table and column_name in (of_column, held_by, 'client_id')) <> 3 then
    raise exception 'there is no %.% held by % of a client', of_table, of_column, held_by;
  end if;
  insert into personal_column values (of_table, of_column, held_by, becomes);
end $$;

call personal('response', 'made_by_name', 'made_by', '已清除 erased');
call personal('task_step', 'made_by_name', 'made_by', '已清除 erased');
call personal('finding', 'opened_by_name', 'opened_by', '已清除 erased');
call personal('attempt_grant', 'granted_by_name', 'granted_by', '已清除 erased');
call personal('certificate', 'revoked_by_name', 'revoked_by', '已清除 erased');
call personal('record_check', 'checked_by_name', 'checked_by', '已清除 erased');
call personal('assignment_rule', 'created_by_name', 'created_by', '已清除 erased');
call personal('erasure', 'made_by_name', 'made_by', '已清除 erased');
call personal('regrade', 'made_by_name', 'made_by', '已清除 erased');

-- Erases a person of the current client who left at least two years ago. Answers false when that has been done already. What happened
-- stays without the name; ids stay, and lead to nobody.
create function erase_person(erasure_id uuid, of_person uuid, on_ground text, for_reason text, erased_by_account uuid, erased_by_name text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  client uuid := current_client();
  p person;
  holders uuid[];
  accounts uuid[];
  col personal_column;
  touched int;
  emptied int := 0;
  removed int := 0;
begin
  if client is null then
    raise exception 'no client is named';
  end if;
  select * into p from person where client_id = client and id = of_person for update;
  if not found then
    raise exception 'there is no such person';
  end if;
  if p.erased_at is not null then
    return false;
  end if;
  if p.left_on is null or p.left_on + interval '2 years' > now() then
    raise exception 'a person is not erased before two years have passed since they left';
  end if;
  select coalesce(array_agg(m.account_id), '{}') into accounts from membership m where m.client_id = client and m.person_id = of_person;
  holders := accounts || of_person;

  for col in select * from personal_column loop
    execute format('update %I set %I = $1 where client_id = $2 and %I = any($3)', col.table_name, col.column_name, col.holder_column)
      using col.becomes, client, holders;
    get diagnostics touched = row_count;
    emptied := emptied + touched;
  end loop;
  update record_personal set salt = null, value = null, erased_by = erasure_id
   where client_id = client and holder = any(holders) and value is not null;
  get diagnostics touched = row_count;
  emptied := emptied + touched;

  delete from answer_event e using attempt a
   where a.client_id = client and a.person_id = of_person and e.client_id = client and e.attempt_id = a.id;
  get diagnostics touched = row_count;
  removed := removed + touched;
  delete from card_seen where client_id = client and person_id = of_person;
  get diagnostics touched = row_count;
  removed := removed + touched;
  delete from mastery where client_id = client and person_id = of_person;
  get diagnostics touched = row_count;
  removed := removed + touched;
  update certificate set secret = decode(replace(gen_random_uuid()::text, '-', ''), 'hex')
   where client_id = client and person_id = of_person;       -- the code on the paper leads nowhere from now on

  update person set name = '已清除 erased', name_key = null, name_latin = null, number = 'X-' || right(id::text, 12), job = '', audit_role = null, leads = false,
         joined_on = date_trunc('year', joined_on)::date, erased_at = clock_timestamp()
   where client_id = client and id = of_person;
  -- The seat ends; an account that has no other seat goes with it, as far as what it did can do without it.
  update membership set number = null, person_id = null, department_id = null, ended_at = coalesce(ended_at, now())
   where client_id = client and person_id = of_person;
  delete from login_session s where s.account_id = any(accounts)
     and not exists (select from membership m where m.account_id = s.account_id and m.ended_at is null);
  delete from known_device d where d.account_id = any(accounts)
     and not exists (select from membership m where m.account_id = d.account_id and m.ended_at is null);
  delete from start_code where account_id = any(accounts);
  update account a set name = '已清除 erased', login_name = null, secret_hash = '-', suspended_at = coalesce(suspended_at, now())
   where a.id = any(accounts) and a.administrator_since is null
     and not exists (select from membership m where m.account_id = a.id and (m.ended_at is null or m.client_id <> client));

  insert into erasure (client_id, id, person_id, ground, reason, left_on, names, rows_removed, made_at, made_by, made_by_name)
    values (client, erasure_id, of_person, on_ground, for_reason, p.left_on, emptied, removed, clock_timestamp(), erased_by_account, erased_by_name);
  return true;
end $$;

revoke all on function erase_person(uuid, uuid, text, text, uuid, text) from public;
grant execute on function erase_person(uuid, uuid, text, text, uuid, text) to auditorium_app;
revoke all on procedure personal(text, text, text, text) from public;
