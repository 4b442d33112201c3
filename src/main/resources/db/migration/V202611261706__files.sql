-- How much a client's files take, so that a quota can be kept, and two more kinds of files that are only ever downloads.

alter table file_content add column size int;

-- One row a client, locked while a file is added: two uploads at once can't both take the last of the room.
create table file_room (
  client_id uuid primary key references client,
  files int not null,
  bytes bigint not null,                -- as they are counted: a small file counts as a page of the disk
  constraint file_room_is_not_negative check (files >= 0 and bytes >= 0)
);
call fence('file_room');

do $$
declare c uuid;
begin
  for c in select id from client loop
    perform set_config('auditorium.client', c::text, true);
    update file_content set size = octet_length(bytes) where client_id = c;
    insert into file_room select c, count(*), coalesce(sum(greatest(size, 4096)), 0) from file_content where client_id = c;
  end loop;
end $$;

alter table file_content alter column size set not null;

alter table attachment drop constraint attachment_type_is_known;
alter table attachment add constraint attachment_type_is_known check (media_type in ('image/jpeg', 'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/png'));
