package auditorium.records;

import auditorium.Superuser;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;

/** A factory with one thing of each kind that the record tells of, and a record that has begun with them. */
@ApplicationScoped
class OneOfEachKind {

    private final RecordFixture fixture;
    private final ClientScope scope;
    private final Ledger ledger;

    OneOfEachKind(RecordFixture fixture, ClientScope scope, Ledger ledger) {
        this.fixture = fixture;
        this.scope = scope;
        this.ledger = ledger;
    }

    @ActivateRequestContext
    RecordFixture.Factory recorded() {
        RecordFixture.Factory f = fixture.factory();
        UUID client = f.client();
        UUID person = Ids.next();
        UUID attempt = Ids.next();
        UUID response = Ids.next();
        UUID finding = Ids.next();
        UUID task = Ids.next();
        UUID step = Ids.next();
        UUID account = f.account();
        Superuser.sql(
                "insert into person (client_id, id, department_id, number, name, job, joined_on, left_on) values (?, ?, ?, 'N1', '钱进', '', '2020-01-01', '2022-01-01')",
                client,
                person,
                f.department());
        Superuser.sql(
                "insert into lesson_completion (client_id, id, person_id, lesson, version, completed_at, received_at, seconds, least_seconds) values (?, ?, ?, 'A1', 'record-test', now(), now(), 90, 60)",
                client,
                Ids.next(),
                person);
        Superuser.sql(
                "insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, submitted_at, earned, possible, passed, final_at) values (?, ?, ?, 'A1', 'record-test', 1, '{}', now(), now(), 3, 10, false, now())",
                client,
                attempt,
                person);
        Superuser.sql(
                "insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at) values (?, ?, ?, 'q', 1, '{}', now() - interval '1 hour', now() - interval '1 hour')",
                client,
                Ids.next(),
                attempt);
        Superuser.sql(
                "insert into achievement (client_id, id, person_id, lesson, version, revision, achieved_at, valid_until, source, source_id, attempt_id, score) values (?, ?, ?, 'A1', 'record-test', 1, now(), '2027-01-01', 'SELF', ?, ?, 90)",
                client,
                Ids.next(),
                person,
                attempt,
                attempt);
        Superuser.sql(
                "insert into certificate (client_id, id, number, person_id, course, course_zh, course_en, lessons, issued_at, issued_on, issued_by, valid_until, secret, revoked_at, revoked_by, revoked_by_name, revocation_reason)"
                        + " values (?, ?, 1, ?, 'basics', '基础', 'Basics', '[]', now(), '2026-01-01', ?, '2027-01-01', decode(md5(?), 'hex'), now(), ?, '赵敏', '姓名写错')",
                client,
                Ids.next(),
                person,
                account,
                client.toString(),
                account);
        Superuser.sql(
                "insert into regrade (client_id, id, quiz, question, key_version, reason, made_by, made_by_name, made_at, attempts, changed, gained, kept) values (?, ?, 'A1', 'q', 'v', '答案写错了', ?, '赵敏', now(), 9, 3, 1, 1)",
                client,
                Ids.next(),
                account);
        Superuser.sql(
                "insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at) values (?, ?, ?, 'SR-01', 'record-test', 'FAILS', 'SITE', '缺一页', ?, '赵敏', now(), now())",
                client,
                response,
                f.department(),
                account);
        Superuser.sql(
                "insert into finding (client_id, id, number, department_id, requirement, grade, origin, response_id, fact, opened_at, opened_by, opened_by_name, closed_at, closed_by) values (?, ?, 1, ?, 'SR-01', 'MAJOR', 'RESPONSE', ?, '缺一页', now(), ?, '赵敏', now(), ?)",
                client,
                finding,
                f.department(),
                response,
                account,
                account);
        Superuser.sql(
                "insert into task (client_id, id, finding_id, template, version, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at) values (?, ?, ?, 'T', 'record-test', '', '', '', '', '', '', ?, '2026-12-01', 'VERIFIED', now())",
                client,
                task,
                finding,
                person);
        Superuser.sql(
                "insert into task_step (client_id, id, task_id, kind, note, made_by, made_by_name, made_at) values (?, ?, ?, 'VERIFIED', '看过了', ?, '赵敏', now())",
                client,
                step,
                task,
                account);
        Superuser.sql(
                "insert into file_content (client_id, sha256, bytes, size) values (?, sha256('x'), 'x', 1)", client);
        Superuser.sql(
                "insert into attachment (client_id, id, task_step_id, sha256, media_type, name, size, added_at) values (?, ?, ?, sha256('x'), 'image/png', 'x', 1, now())",
                client,
                Ids.next(),
                step);
        Superuser.sql(
                "insert into erasure (client_id, id, person_id, ground, reason, left_on, names, rows_removed, made_at, made_by, made_by_name) values (?, ?, ?, 'REQUEST', '本人来信', '2022-01-01', 2, 3, now(), ?, '赵敏')",
                client,
                Ids.next(),
                person,
                account);
        evidenceAndPhoto(f, response);
        understood(f, finding);
        helpAndMarks(f, person, attempt);
        session(f, person);
        scope.inside(client, () -> ledger.begin());
        return f;
    }

    private static void evidenceAndPhoto(RecordFixture.Factory f, UUID response) {
        UUID evidence = Ids.next();
        Superuser.sql(
                "insert into response_photo (client_id, id, response_id, sha256, media_type, name, size, taken_at, received_at) values (?, ?, ?, sha256('x'), 'image/png', 'x', 1, now(), now())",
                f.client(),
                Ids.next(),
                response);
        Superuser.sql(
                "insert into evidence (client_id, id, department_id, sort, title, covers_from, covers_to, made_on, expires_on, original, historic_note, revision, sha256, media_type, name, size, filed_by, filed_by_name, filed_at, received_at)"
                        + " values (?, ?, ?, 'RECORD', '培训记录', '2026-01-01', '2026-02-01', '2026-03-01', '2027-03-01', '档案柜', '补充说明', 1, sha256('x'), 'image/png', 'x', 1, ?, '赵敏', now(), now())",
                f.client(),
                evidence,
                f.department(),
                f.account());
        Superuser.sql(
                "insert into evidence_requirement (client_id, evidence_id, requirement, kind) values (?, ?, 'SR-01', 'k')",
                f.client(),
                evidence);
        Superuser.sql(
                "insert into evidence_check (client_id, id, evidence_id, accepted, note, made_by, made_by_name, made_at) values (?, ?, ?, true, '看过原件', ?, '赵敏', now())",
                f.client(),
                Ids.next(),
                evidence,
                f.account());
    }

    private static void understood(RecordFixture.Factory f, UUID finding) {
        Superuser.sql(
                "insert into finding_revision (client_id, id, finding_id, grade, fact, containment, whys, cause, reason, made_by, made_by_name, made_at) values (?, ?, ?, 'MAJOR', '缺一页', '先隔离', '{没人登记}', 'c', '补充', ?, '赵敏', now())",
                f.client(),
                Ids.next(),
                finding,
                f.account());
        Superuser.sql(
                "insert into finding_step (client_id, id, finding_id, kind, note, made_by, made_by_name, made_at) values (?, ?, ?, 'VERIFIED', '看过了', ?, '赵敏', now())",
                f.client(),
                Ids.next(),
                finding,
                f.account());
    }

    private static void helpAndMarks(RecordFixture.Factory f, UUID person, UUID attempt) {
        UUID essay = Ids.next();
        Superuser.sql(
                "insert into attempt_grant (client_id, id, person_id, quiz, extra_seconds, extra_attempts, reason, granted_by, granted_by_name, granted_at) values (?, ?, ?, 'A1', 600, 1, '手受伤了', ?, '赵敏', now())",
                f.client(),
                Ids.next(),
                person,
                f.account());
        Superuser.sql(
                "insert into essay (client_id, id, attempt_id, person_id, quiz, question, version, handed_in_at, waiting) values (?, ?, ?, ?, 'A1', 'q', 'record-test', now(), false)",
                f.client(),
                essay,
                attempt,
                person);
        Superuser.sql(
                "insert into essay_mark (client_id, id, essay_id, person_id, points, earned, possible, comment, reason, marked_by, marked_by_name, marked_at) values (?, ?, ?, ?, '{}', 2, 4, '写得清楚', '第一次批改', ?, '赵敏', now())",
                f.client(),
                Ids.next(),
                essay,
                person,
                f.account());
    }

    /** Held with one person, and closed. */
    private static void session(RecordFixture.Factory f, UUID person) {
        UUID session = Ids.next();
        Superuser.sql(
                "insert into training_session (client_id, id, kind, lessons, language, room, trainer, trainer_id, starts_at, minutes, secret, planned_by, planned_at)"
                        + " values (?, ?, 'ROOM', '{A1}', 'zh', '会议室', '赵敏', ?, now(), 45, sha256('x'), ?, now())",
                f.client(),
                session,
                f.account(),
                f.account());
        Superuser.sql(
                "insert into session_seat (client_id, session_id, person_id, walk_in) values (?, ?, ?, false)",
                f.client(),
                session,
                person);
        Superuser.sql(
                "insert into session_outcome (client_id, session_id, person_id, attended, walk_in, how, arrived_at, department_zh, department_en) values (?, ?, ?, 'PRESENT', false, 'CODE', now(), '人事', 'HR')",
                f.client(),
                session,
                person);
        Superuser.sql(
                "insert into session_result (client_id, session_id, person_id, lesson, asked, answered, score, passed) values (?, ?, ?, 'A1', 3, 3, 80, true)",
                f.client(),
                session,
                person);
        Superuser.sql(
                "insert into session_photo (client_id, id, session_id, sha256, media_type, name, size, added_at) values (?, ?, ?, sha256('x'), 'image/png', 'x', 1, now())",
                f.client(),
                Ids.next(),
                session);
        Superuser.sql(
                "update training_session set taught = '[]', closed_at = now(), closed_by = ?, closed_by_name = '赵敏' where id = ?",
                f.account(),
                session);
        Superuser.sql(
                "insert into session_correction (client_id, id, session_id, words, made_at, made_by, made_by_name) values (?, ?, ?, '名字补一个', now(), ?, '赵敏')",
                f.client(),
                Ids.next(),
                session,
                f.account());
    }
}
