package auditorium.improvement;

import auditorium.access.Reader;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.CapCheck;
import auditorium.improvement.domain.CapRow;
import auditorium.improvement.domain.TaskState;
import auditorium.library.Library;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans that came back as spreadsheets: kept as they came, compared with what there is, and taken whole or not at all. */
@ApplicationScoped
class CapImports {

    private final EntityManager entities;
    private final CapReport report;
    private final Findings findings;
    private final FindingRevisions revisions;
    private final Tasks tasks;
    private final Improvement improvement;
    private final People people;
    private final Library library;
    private final Typed typed;

    CapImports(
            EntityManager entities,
            CapReport report,
            Findings findings,
            FindingRevisions revisions,
            Tasks tasks,
            Improvement improvement,
            People people,
            Library library,
            Typed typed) {
        this.entities = entities;
        this.report = report;
        this.findings = findings;
        this.revisions = revisions;
        this.tasks = tasks;
        this.improvement = improvement;
        this.people = people;
        this.library = library;
        this.typed = typed;
    }

    UUID keep(UUID client, byte[] workbook, UUID by, Instant at) {
        UUID id = Ids.next();
        entities.createNativeQuery(
                        "insert into cap_import (client_id, id, workbook, made_by, made_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, workbook)
                .setParameter(4, by)
                .setParameter(5, at)
                .executeUpdate();
        return id;
    }

    /** A plan that came back, for who sent it only; {@code taken} already. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    record Kept(byte[] workbook, boolean taken) {}

    Optional<Kept> find(UUID client, UUID id, UUID by) {
        List<?> found = entities.createNativeQuery(
                        "select workbook, taken_at is not null from cap_import where client_id = ?1 and id = ?2 and made_by = ?3",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, by)
                .getResultList();
        return found.stream()
                .map(r -> (Object[]) r)
                .map(r -> new Kept((byte[]) r[0], (Boolean) r[1]))
                .findFirst();
    }

    /** Those that nobody took are not kept for long. */
    void forget(UUID client, Instant before) {
        entities.createNativeQuery("delete from cap_import where client_id = ?1 and made_at < ?2")
                .setParameter(1, client)
                .setParameter(2, before)
                .executeUpdate();
    }

    /** What each row would change; {@code left} rows of the plan are not in the sheet, and stay as they are. */
    record Compared(List<CapCheck.Checked> rows, Map<String, CapReport.Row> now, int left) {

        boolean clean() {
            return rows.stream().allMatch(r -> r.problem().isEmpty());
        }

        long changes() {
            return rows.stream().filter(r -> !r.differences().isEmpty()).count();
        }
    }

    Compared compare(CapReport.Asked asked, byte[] workbook) throws IOException {
        List<CapRow> sheet = CapSheet.read(workbook);
        List<CapReport.Row> all = report.rows(asked);
        Map<String, CapReport.Row> now = new HashMap<>();
        all.forEach(r -> now.put(r.key(), r));
        Set<String> numbers = new HashSet<>();
        people.working().forEach(p -> numbers.add(p.number()));
        CapCheck check = new CapCheck(
                all.stream().map(CapSheet::now).toList(),
                numbers::contains,
                id -> library.catalogue().cause(id).isPresent(),
                key -> Optional.ofNullable(now.get(key))
                        .filter(r -> r.state().equals(TaskState.OPEN.name())
                                || r.state().equals(TaskState.IN_PROGRESS.name()))
                        .isPresent(),
                typed.today(asked.client()));
        List<CapCheck.Checked> rows = check.check(sheet);
        Set<String> seen = new HashSet<>();
        rows.forEach(r -> seen.add(r.row().key()));
        return new Compared(rows, now, (int)
                all.stream().filter(r -> !seen.contains(r.key())).count());
    }

    /** Takes all of it, once; whatever has changed in the meantime refuses the whole. */
    void take(UUID client, UUID id, Compared compared, Reader reader, Reader.Seat seat, Instant at) {
        int mine = entities.createNativeQuery(
                        "update cap_import set taken_at = ?3 where client_id = ?1 and id = ?2 and taken_at is null")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, at)
                .executeUpdate();
        if (mine == 0) {
            return; // sent twice
        }
        Set<UUID> understood = new HashSet<>();
        List<CapCheck.Checked> changed = new ArrayList<>(compared.rows());
        changed.removeIf(c -> c.differences().isEmpty());
        for (CapCheck.Checked row : changed) {
            CapReport.Row now = java.util.Objects.requireNonNull(
                    compared.now().get(row.row().key()));
            String reason = row.row().reason().isEmpty()
                    ? typed.words().cap_reason()
                    : row.row().reason();
            if (says(row) && understood.add(now.finding())) {
                understand(now.finding(), row.row(), reason, new FindingSteps.By(reader.account(), reader.name(), at));
            }
            if (now.task() != null) {
                plan(now.task(), row, reason, () -> new Improvement.Act(Ids.next(), reader, seat.zone(), at));
            }
        }
    }

    private static boolean says(CapCheck.Checked row) {
        return row.differences().stream()
                .anyMatch(d -> d.field() != CapCheck.Field.OWNER && d.field() != CapCheck.Field.DUE);
    }

    private void understand(UUID id, CapRow row, String reason, FindingSteps.By by) {
        Finding finding = findings.findById(id);
        FindingRevision.Words now = revisions.now(finding);
        revisions.add(
                Ids.next(),
                finding,
                new FindingRevision.Words(
                        now.grade(),
                        now.fact(),
                        row.containment(),
                        row.lines(),
                        row.cause().isEmpty() ? null : row.cause(),
                        reason),
                by);
    }

    private void plan(UUID id, CapCheck.Checked row, String reason, java.util.function.Supplier<Improvement.Act> act) {
        Task task = tasks.whole(id).orElseThrow();
        for (CapCheck.Difference d : row.differences()) {
            boolean taken = switch (d.field()) {
                case DUE -> {
                    LocalDate to = CapRow.day(d.to()).orElseThrow();
                    yield improvement.move(task, to, reason, act.get());
                }
                case OWNER -> {
                    Person to = people.byNumber(d.to()).orElseThrow();
                    yield improvement.handOver(task, to, reason, act.get());
                }
                case CONTAINMENT, CAUSE, WHYS -> true;
            };
            if (!taken) {
                throw new Refusal(409, typed.words().not_in_this_state());
            }
        }
    }
}
