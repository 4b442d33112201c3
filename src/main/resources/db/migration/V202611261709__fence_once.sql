-- Which client is meant is asked once a statement and not once a row: a plain call is inlined, and reading a setting and its uuid for
-- each of 230,000 rows takes longer than reading the rows.
create or replace procedure fence(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy own_client on %I using (client_id = (select current_client())) with check (client_id = (select current_client()))', table_name);
end $$;

do $$
declare p record;
begin
  for p in select tablename from pg_policies where schemaname = 'public' and policyname = 'own_client' loop
    execute format('alter policy own_client on %I using (client_id = (select current_client())) with check (client_id = (select current_client()))', p.tablename);
  end loop;
end $$;
