-- As count_people_anew: after tens of thousands of lessons were asked for at once, pages that join them with people would take half a
-- minute until the database has counted by itself.
create function count_training_anew() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  analyze public.assignment, public.achievement;
end $$;
