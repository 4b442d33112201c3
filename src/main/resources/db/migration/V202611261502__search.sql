-- What can be searched for in the content. Global like the content itself: no row says anything of a client. The rows of a catalogue
-- belong to the hash of everything in it, so servers with the same files share them and a restart makes nothing anew.
create table search_catalogue (
  hash text primary key,
  used_at timestamptz not null
);

create table search_entry (
  catalogue text not null references search_catalogue on delete cascade,
  kind text not null,
  key text not null,
  part text not null,                 -- the card of a lesson, the question of a quiz; else empty
  words tsvector not null,            -- pairs of Han characters and words, made by the application
  primary key (catalogue, kind, key, part)
);
create index search_entry_words on search_entry using gin (words);
