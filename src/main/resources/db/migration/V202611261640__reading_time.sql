-- When we heard of what a phone says was seen and read, and how long the reading took; what came before stays without.
alter table card_seen add received_at timestamptz;
alter table lesson_completion add received_at timestamptz;
alter table lesson_completion add least_seconds bigint;
alter table lesson_completion add seconds bigint constraint lesson_read_in_time check (seconds >= least_seconds);
