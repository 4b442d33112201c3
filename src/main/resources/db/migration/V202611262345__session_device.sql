-- What people see of their own sign-ins: a name for each row that is no secret, and what the browser said it was, in two words.
alter table login_session
  add column id uuid not null default gen_random_uuid(),
  add column device text not null default '',
  add constraint login_session_id_is_one unique (id),
  add constraint login_session_device_is_short check (length(device) <= 60);
