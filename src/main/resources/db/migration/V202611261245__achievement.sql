-- Lessons that people mastered, appended once each: alone, in a room, on the line, or brought in from elsewhere.
-- lesson_standing keeps the latest one of each person and lesson beside it, so it no longer needs an attempt.

alter table lesson_standing alter column attempt_id drop not null;

create table achievement (
  client_id uuid not null,
  id uuid primary key,
  person_id uuid not null,
  lesson text not null,
  version text not null references content_version,
  revision int not null,
  achieved_at timestamptz not null,
  valid_until date,                   -- the end that the source itself gave; null: only the factory's rules say how long it holds
  source text not null constraint achievement_source_is_known check (source in ('SELF','SESSION','LINE','IMPORTED')),
  source_id uuid not null,            -- the attempt, session, talk or import
  attempt_id uuid,
  score int constraint achievement_score_is_per_cent check (score between 0 and 100),
  unique (client_id, id),
  constraint achievement_once_a_source unique (client_id, person_id, lesson, source, source_id),
  foreign key (client_id, person_id) references person (client_id, id),
  foreign key (client_id, attempt_id) references attempt (client_id, id)
);
create index achievement_person_lesson on achievement (client_id, person_id, lesson, achieved_at desc);

call fence('achievement');

-- What was passed until today. Row security shows even the owner one client at a time.
do $$
declare factory uuid;
begin
  for factory in select id from client loop
    perform set_config('auditorium.client', factory::text, true);
    insert into achievement (client_id, id, person_id, lesson, version, revision, achieved_at, source, source_id, attempt_id, score)
    select s.client_id, uuidv7(), s.person_id, s.lesson, s.version, 1, s.passed_at, 'SELF', s.attempt_id, s.attempt_id,
           case when a.possible > 0 then 100 * a.earned / a.possible end
      from lesson_standing s join attempt a on a.client_id = s.client_id and a.id = s.attempt_id
     where s.client_id = factory;
  end loop;
  perform set_config('auditorium.client', '', true);
end $$;
