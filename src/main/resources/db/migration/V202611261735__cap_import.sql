-- A corrective action plan that came back as a workbook, as it came, until somebody takes it or two days have passed.
create table cap_import (
  client_id uuid not null references client,
  id uuid not null,
  workbook bytea not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  taken_at timestamptz,
  primary key (client_id, id)
);
call fence('cap_import');
