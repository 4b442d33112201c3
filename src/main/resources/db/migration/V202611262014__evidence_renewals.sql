-- Evidence that ends soon is somebody's task: one a piece. It is done when the piece is revised, which nobody has to tick.
create table evidence_renewal (
  client_id uuid not null,
  evidence_id uuid not null,
  owner_id uuid,                      -- null: nobody's yet, so those who manage see it
  due_on date not null,               -- the last day on which the piece holds
  made_at timestamptz not null,
  primary key (client_id, evidence_id),
  foreign key (client_id, evidence_id) references evidence (client_id, id),
  foreign key (client_id, owner_id) references person (client_id, id)
);
create index evidence_renewal_owner on evidence_renewal (client_id, owner_id, due_on);
call fence('evidence_renewal');
