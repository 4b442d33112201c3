-- Makes the two roles and the database of Auditorium. Run it once with psql (14 or newer) as a superuser of PostgreSQL 17 or newer,
-- with AUDITORIUM_OWNER_PASSWORD and AUDITORIUM_APP_PASSWORD in the environment:
--   psql -h HOST -U postgres -f docker/roles.sql
\set ON_ERROR_STOP on
\getenv owner_password AUDITORIUM_OWNER_PASSWORD
\getenv app_password AUDITORIUM_APP_PASSWORD
\if :{?owner_password}
\else
  \warn 'AUDITORIUM_OWNER_PASSWORD is not set: the next statement will fail'
\endif
\if :{?app_password}
\else
  \warn 'AUDITORIUM_APP_PASSWORD is not set: the statement after the next will fail'
\endif

-- Owns the tables and changes them; only migrations use it.
create role auditorium_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';

-- What the application itself uses. Row-level security holds for it because it is no superuser and owns nothing.
create role auditorium_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';

create database auditorium owner auditorium_owner
  template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'; -- the same order on every machine

revoke all on database auditorium from public;
grant connect on database auditorium to auditorium_app;
