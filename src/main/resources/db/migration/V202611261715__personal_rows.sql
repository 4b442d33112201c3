-- Tables whose rows are details about one person, in the column person_id, and go when the person is erased. A migration that makes
-- such a table announces it: call personal_row('practice_card').
create table personal_row (
  table_name text primary key
);

create procedure personal_row(of_table text) language plpgsql as $$
begin
  perform from information_schema.columns where table_schema = 'public' and table_name = of_table and column_name = 'person_id';
  if not found then
    raise exception 'no column person_id in %', of_table;
  end if;
  insert into personal_row values (of_table);
end $$;

call personal_row('card_seen');
call personal_row('mastery');
call personal_row('mock_standing');
call personal_row('practice_card');
call personal_row('practice_review');

-- As before, but for the tables with details.
create or replace function erase_person(erasure_id uuid, of_person uuid, on_ground text, for_reason text, erased_by_account uuid, erased_by_name text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  client uuid := current_client();
  p person;
  holders uuid[];
  accounts uuid[];
  col personal_column;
  detail text;
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
  for detail in select table_name from personal_row order by table_name loop
    execute format('delete from %I where client_id = $1 and person_id = $2', detail) using client, of_person;
    get diagnostics touched = row_count;
    removed := removed + touched;
  end loop;
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

revoke all on procedure personal_row(text) from public;
