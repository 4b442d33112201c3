-- Checklists of a factory's customers. A list has editions; each holds its lines whole, and one of them counts. Taking an edition copies
-- what was decided about the lines, and undoing it makes the one before count again, of which nothing was touched.

create table buyer_list (
  client_id uuid not null references client,
  id uuid not null,
  title text not null,
  current_id uuid,                    -- the edition that counts; none until the first has been read
  revision bigint not null default 1, -- counts every change, so that what is remembered of it can be known to be old
  made_by uuid not null references account,
  made_at timestamptz not null,
  archived_by uuid references account,
  archived_at timestamptz,
  primary key (client_id, id)
);

create table list_edition (
  client_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  number int not null,
  before_id uuid,                     -- the edition that it was compared with
  file_name text not null,
  workbook boolean not null,
  bytes bytea,                        -- gone once it was taken
  sheet int not null default 0,       -- of a workbook, from 0
  charset text not null default '',   -- of a text
  heading_row bigint not null default 0,
  columns text not null default '',   -- REFERENCE=0 ZH=2
  state text not null constraint list_edition_state_is_known check (state in ('COLUMNS', 'READING', 'READ', 'TAKEN', 'UNDONE')),
  trouble text not null default '',   -- why the last work ended early, or what it passed over
  rows_total int not null,
  rows_done int not null default 0,
  made_by uuid not null references account,
  made_at timestamptz not null,
  touched_at timestamptz not null,    -- by the work: when it stops, somebody may begin anew
  taken_by uuid references account,
  taken_at timestamptz,
  undone_by uuid references account,
  undone_at timestamptz,
  primary key (client_id, id),
  constraint list_edition_number_is_unique unique (client_id, list_id, number),
  foreign key (client_id, list_id) references buyer_list (client_id, id) on delete cascade,
  foreign key (client_id, before_id) references list_edition (client_id, id)
);
alter table buyer_list add foreign key (client_id, current_id) references list_edition (client_id, id);

create table list_line (
  client_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  position int not null,              -- from 1, in the order of the file
  section text not null,
  reference text not null,
  zh text not null,
  en text not null,
  grade text constraint list_line_grade_is_known check (grade in ('ZERO_TOLERANCE', 'CRITICAL', 'MAJOR', 'MINOR')),
  suggested text not null default '', -- SC-22:64 HS-05:41
  wanted text not null default '',    -- what the file itself says about our requirements
  to_check boolean not null default false, -- its words have changed since somebody decided
  primary key (client_id, id),
  constraint list_line_has_words check (zh <> '' or en <> ''),
  constraint list_line_position_is_unique unique (client_id, edition_id, position),
  foreign key (client_id, edition_id) references list_edition (client_id, id) on delete cascade
);

-- What somebody decided: the line asks for this requirement, of the catalogue or the client's own, or with - for nothing.
create table line_mapping (
  client_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  requirement text not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  ended_by uuid references account,
  ended_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, line_id) references list_line (client_id, id) on delete cascade
);
create unique index line_mapping_counts_once on line_mapping (client_id, line_id, requirement) where ended_at is null;
create index line_mapping_requirement on line_mapping (client_id, requirement) where ended_at is null;

-- What became of each line in the next edition, pair by pair.
create table line_change (
  client_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  number int not null,                -- rows with the same number are one change
  kind text not null constraint line_change_kind_is_known check (kind in ('SAME', 'REWORDED', 'SPLIT', 'MERGED', 'REMOVED', 'NEW')),
  percent int not null,
  old_line uuid,
  new_line uuid,
  primary key (client_id, id),
  constraint line_change_is_about_a_line check (old_line is not null or new_line is not null),
  foreign key (client_id, edition_id) references list_edition (client_id, id) on delete cascade,
  foreign key (client_id, old_line) references list_line (client_id, id),
  foreign key (client_id, new_line) references list_line (client_id, id) on delete cascade
);
create index line_change_number on line_change (client_id, edition_id, kind, number);
create index line_change_old on line_change (client_id, old_line);
create index line_change_new on line_change (client_id, new_line);

-- Requirements that only this client has, beside the catalogue's: X-0012. Their words are those of the lines that ask for them.
create table own_requirement (
  client_id uuid not null references client,
  number int not null constraint own_requirement_number_is_sane check (number between 1 and 999999),
  key text not null generated always as ('X-' || lpad(number::text, greatest(4, length(number::text)), '0')) stored,
  kinds text not null,                -- of the departments that answer for it: PRD QA
  place text not null,                -- where on the walk it is looked at
  made_by uuid not null references account,
  made_at timestamptz not null,
  archived_at timestamptz,            -- since when no list that counts asks for it
  primary key (client_id, number)
);

call fence('buyer_list');
call fence('list_edition');
call fence('list_line');
call fence('line_mapping');
call fence('line_change');
call fence('own_requirement');

-- After thousands of lines came in at once the database still plans as if there were few, until it counts by itself a minute later.
create function count_lists_anew() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  analyze public.list_line, public.line_mapping, public.line_change, public.own_requirement;
end $$;
