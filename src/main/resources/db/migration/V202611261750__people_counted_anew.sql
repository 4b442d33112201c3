-- After thousands of people came in at once the database still plans as if there were few, until it counts by itself a minute later:
-- a page that joins them then takes half a minute. The application may not count, since the tables are not its own.
create function count_people_anew() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  analyze public.person, public.account, public.membership, public.start_code, public.roster_row;
end $$;
