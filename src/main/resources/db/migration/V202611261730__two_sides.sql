-- What the factory says and what a consultant saw stand side by side; two people who walk at once and differ are both kept; photos.

alter table response add column side text not null default 'CLAIM' constraint response_side_is_known check (side in ('CLAIM', 'VERIFIED'));
alter table response add column seen uuid;       -- the newest response of its side that the writer knew of

alter table latest_response add column side text not null default 'CLAIM';
alter table latest_response drop constraint latest_response_pkey;
alter table latest_response add primary key (client_id, department_id, requirement, side);
-- what somebody else answered on the same walk, while neither knew of the other
alter table latest_response add column other_id uuid;
alter table latest_response add column other_result text;
alter table latest_response add constraint latest_response_other_is_whole check ((other_id is null) = (other_result is null));
alter table latest_response add foreign key (client_id, other_id) references response (client_id, id);

create table response_photo (
  client_id uuid not null,
  id uuid not null,                     -- made by the phone
  response_id uuid not null,
  sha256 bytea not null,
  media_type text not null,
  name text not null,
  size int not null,
  taken_at timestamptz not null,
  received_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, response_id) references response (client_id, id),
  foreign key (client_id, sha256) references file_content (client_id, sha256)
);
create index response_photo_response on response_photo (client_id, response_id);
call fence('response_photo');
