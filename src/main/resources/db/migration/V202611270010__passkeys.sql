-- Passkeys: keys in people's own devices, as second step or alone. Global like accounts: they belong to a person and not to a factory.

create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id bytea not null,
  credential bytea not null,           -- id, make and public key, as WebAuthn's "attested credential data"
  sign_count bigint not null,          -- the highest that was seen; 0 for devices that don't count
  backup_eligible boolean not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  doubted_at timestamptz,              -- when its count went back: a copy may exist, and it opens nothing any more
  constraint passkey_once unique (credential_id)
);
create index passkey_account on passkey (account_id);

-- What a device is asked to sign: once, within minutes, and only in the session, half-way sign-in or browser that asked.
create table passkey_challenge (
  bound_to bytea primary key,          -- the hash of what it is for and of that one's token
  account_id uuid references account on delete cascade,
  challenge bytea not null,
  name text not null,                  -- of the passkey that is being made
  expires_at timestamptz not null
);
create index passkey_challenge_account on passkey_challenge (account_id);
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- An erased account never signs in again, so nothing stays of what it signed in with.
create function forget_ways_in() returns trigger language plpgsql as $$
begin
  delete from passkey where account_id = new.id;
  delete from passkey_challenge where account_id = new.id;
  delete from recovery_code where account_id = new.id;
  delete from half_sign_in where account_id = new.id;
  delete from second_step where account_id = new.id;
  return null;
end $$;
create trigger account_erased after update of secret_hash on account
  for each row when (new.secret_hash = '-') execute function forget_ways_in();
