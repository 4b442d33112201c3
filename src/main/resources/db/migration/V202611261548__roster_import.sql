-- A factory's own list of people on its way in: uploaded, understood, compared, and taken as a whole or not at all.

create table roster_import (
  client_id uuid not null references client,
  id uuid primary key,
  file_name text not null,
  workbook boolean not null,
  bytes bytea,                        -- gone once the list was taken, or after two days
  sheet int not null default 0,       -- of a workbook, from 0
  charset text not null default '',   -- of a text
  heading_row bigint not null default 0, -- the row number of the headings
  columns text not null default '',   -- NUMBER=0 NAME=2
  joined_by_default date,
  state text not null constraint roster_import_state_is_known
    check (state in ('COLUMNS','CHECKING','CHECKED','APPLYING','DONE')),
  trouble text not null default '',   -- why the last work ended early
  rows_total int not null,
  rows_done int not null default 0,
  choices text not null default '',   -- what becomes of departments that are not known, and of people who are missing
  result text not null default '',
  made_by uuid not null references account,
  made_at timestamptz not null,
  touched_at timestamptz not null,    -- by the work: when it stops, somebody may begin anew
  unique (client_id, id)
);
create index roster_import_age on roster_import (client_id, made_at);

create table roster_row (
  client_id uuid not null,
  import_id uuid not null,
  row bigint not null,                -- as the spreadsheet counts
  number text not null,
  name text not null,
  name_key bytea,
  name_latin text,
  department text not null,           -- as the list has it
  department_key text not null,
  department_id uuid,                 -- found or made while the list is taken
  job text not null,
  joined_on date,
  left_on date,
  leads boolean,
  action text not null,
  person_id uuid,                     -- whom it is about; of somebody new the id to be
  remarks text not null default '',
  primary key (client_id, import_id, row),
  foreign key (client_id, import_id) references roster_import (client_id, id) on delete cascade
);
create index roster_row_action on roster_row (client_id, import_id, action);

-- How a factory's lists call its departments, so that the question is asked once.
create table department_alias (
  client_id uuid not null,
  alias text not null,                -- without blanks, in small letters
  department_id uuid not null,
  primary key (client_id, alias),
  foreign key (client_id, department_id) references department (client_id, id) on delete cascade
);

call fence('roster_import');
call fence('roster_row');
call fence('department_alias');
