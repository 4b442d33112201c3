-- What a factory says about a person who has mastered all lessons of a course that are meant for them.

create table certificate (
  client_id uuid not null references client,
  id uuid primary key,
  number int not null,
  person_id uuid not null,
  course text not null,
  course_zh text not null,             -- as it was called then
  course_en text not null,
  lessons text not null,               -- which lessons in which versions, passed when: JSON
  issued_at timestamptz not null,
  issued_on date not null,             -- in the factory's time zone
  issued_by uuid references account,   -- null: by itself, with the last lesson
  valid_until date,                    -- the last day; null: no end
  secret bytea not null constraint certificate_secret_cannot_be_guessed check (length(secret) = 16),
  superseded_by uuid,
  revoked_at timestamptz,
  revoked_by uuid references account,
  revoked_by_name text,
  revocation_reason text,
  unique (client_id, id),
  constraint certificate_number_is_unique unique (client_id, number),
  constraint certificate_secret_is_unique unique (client_id, secret),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, superseded_by) references certificate (client_id, id) deferrable initially deferred,
  constraint certificate_revocation_says_who_and_why check ((revoked_at is null) = (revoked_by is null)
    and (revoked_at is null) = (revocation_reason is null) and (revoked_at is null) = (revoked_by_name is null))
);
create index certificate_person on certificate (client_id, person_id, course, issued_at desc);
create index certificate_newest on certificate (client_id, number desc);

-- For how many months a factory's new certificates hold. No row: twelve; null: for ever.
create table certificate_terms (
  client_id uuid primary key references client,
  months int constraint certificate_terms_are_months check (months between 1 and 120),
  set_at timestamptz not null,
  set_by uuid not null references account
);

call fence('certificate');
call fence('certificate_terms');
