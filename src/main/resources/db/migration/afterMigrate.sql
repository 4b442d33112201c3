-- Runs as the owner after each migration: what the application may do, and a stop when a table was forgotten.
grant usage on schema public to auditorium_app;
grant select, insert, update, delete on all tables in schema public to auditorium_app;
revoke all on flyway_schema_history from auditorium_app;
-- What is history is appended, never changed.
revoke update, delete, truncate on achievement, assignment_past, training_cause from auditorium_app;
revoke update, delete, truncate on content_version, answer_event, attempt_pause, attempt_marking, attempt_grant, experience_answer, practice_review, response, task_step, card_seen, lesson_completion from auditorium_app;
revoke update, delete, truncate on regrade, regrade_change from auditorium_app;
revoke update, delete, truncate on evidence, evidence_requirement, evidence_check, response_photo from auditorium_app;
-- A content is kept under its hash and never changes.
revoke update, delete, truncate on file_content from auditorium_app;
revoke update, delete, truncate on regrade, regrade_change, essay_mark from auditorium_app;
revoke update, delete, truncate on finding_revision, finding_step from auditorium_app;
revoke update, delete, truncate on finding_revision, finding_step, task_escalation from auditorium_app;
-- The record is written by its own functions only.
revoke insert, update, delete, truncate on record_head, record_entry, record_personal from auditorium_app;
-- Erasing is the work of erase_person alone.
revoke insert, update, delete, truncate on erasure, personal_column, personal_row from auditorium_app;
-- A certificate is superseded or revoked, and in nothing else changed.
revoke update, delete, truncate on certificate from auditorium_app;
grant update (superseded_by, revoked_at, revoked_by, revoked_by_name, revocation_reason) on certificate to auditorium_app;
revoke update, delete, truncate on record_root, record_root_mail, record_check from auditorium_app;
revoke update, delete, truncate on person_step from auditorium_app;
-- What is known about a training session is added; people can be taken off its list until it is closed.
revoke delete, truncate on training_session from auditorium_app;
revoke update, truncate on session_seat from auditorium_app;
revoke update, delete, truncate on session_attendance, session_outcome, session_correction from auditorium_app;
revoke update, delete, truncate on session_answer, session_result, session_photo from auditorium_app;
revoke update, delete, truncate on readiness_bounds from auditorium_app;
revoke update, delete, truncate on session_question from auditorium_app;
grant update (opened_at, closed_at) on session_question to auditorium_app;

do $$
declare forgotten text;
begin
  select string_agg(c.relname, ', ') into forgotten
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
     and c.relname not in ('membership');          -- global: it decides which client a session may enter
  if forgotten is not null then
    raise exception 'tables with client_id but without row-level security: %', forgotten;
  end if;
end $$;
