-- Boards count whose training has lapsed from the index alone.
drop index assignment_lapsed;
create index assignment_lapsed on assignment (client_id, prior_until) include (person_id, lesson) where closed_by is null and again;
