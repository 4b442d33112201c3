-- A content may lie in an object store: then its row stands for it, without bytes.
alter table file_content alter column bytes drop not null;

-- Lets go of bytes that were copied to the object store. Nothing else of a content ever changes, and the application may do no more.
create function file_content_moved(content bytea) returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_client() is null then
    raise exception 'no client is named';
  end if;
  update file_content set bytes = null where client_id = current_client() and sha256 = content and bytes is not null;
  return found;
end $$;
revoke all on function file_content_moved(bytea) from public;
grant execute on function file_content_moved(bytea) to auditorium_app;
