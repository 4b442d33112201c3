-- A restore that was killed has left the tables half filled, and what was there before beside them: no server may start on that.
do $$
begin
  if exists (select from pg_namespace where nspname = 'before_restore') then
    raise exception 'a restore into this database has not ended: run it once more, with --replace';
  end if;
end $$;
