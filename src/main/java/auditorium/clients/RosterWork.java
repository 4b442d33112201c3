package auditorium.clients;

import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.RosterImports.State;
import auditorium.clients.domain.RosterComparison;
import auditorium.clients.domain.RosterComparison.Verdict;
import auditorium.clients.domain.RosterLine;
import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import auditorium.platform.Lang;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.TableWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads, compares and takes lists of people, one after the other and beside the requests. How far it is stands in the table, so that
 * any server can show it; when this server dies, nothing has been half-done and the work can be begun again.
 */
@ApplicationScoped
class RosterWork {

    private static final int BATCH = 500;
    private static final Duration KEPT = Duration.ofDays(2);

    private final RosterImports imports;
    private final RosterTaking taking;
    private final Departments departments;
    private final EveryClient clients;
    private final ClientScope scope;
    private final Event<RosterChanged> changed;
    private final Clock clock;
    private final TableWork worker = new TableWork("roster-import");

    RosterWork(
            RosterImports imports,
            RosterTaking taking,
            Departments departments,
            EveryClient clients,
            ClientScope scope,
            Event<RosterChanged> changed,
            Clock clock) {
        this.imports = imports;
        this.taking = taking;
        this.departments = departments;
        this.clients = clients;
        this.scope = scope;
        this.changed = changed;
        this.clock = clock;
    }

    /** For whom the work is done, since it goes on after their request. */
    record Who(UUID client, UUID account, Set<Role> gives, ZoneId zone, Lang lang) {

        static Who of(UUID client, Reader reader, Rights rights, Lang lang) {
            return new Who(
                    client,
                    reader.account(),
                    rights.givenBy(reader, client),
                    reader.at(client).zone(),
                    lang);
        }
    }

    @PreDestroy
    void stop() {
        worker.stop();
    }

    void check(UUID id, Who who) {
        work(id, who, State.COLUMNS, () -> check(who, id));
    }

    void apply(UUID id, Who who) {
        work(id, who, State.CHECKED, () -> apply(who, id));
    }

    /** {@code before} is the state to return to when the work can't be done. */
    private void work(UUID id, Who who, State before, TableWork.Work work) {
        worker.begin(id, who.lang(), work, words -> fail(id, who, before, words));
    }

    private void fail(UUID id, Who who, State before, String words) {
        scope.inside(who.client(), () -> imports.end(who.client(), id, before, words, ""));
    }

    private void check(Who who, UUID id) throws IOException {
        UUID client = who.client();
        Import list = scope.inside(client, () -> imports.find(client, id).orElseThrow());
        byte[] bytes = scope.inside(client, () -> imports.bytes(client, id).orElseThrow());
        LocalDate today = LocalDate.now(clock.withZone(who.zone()));
        record Ground(List<RosterComparison.Known> known, Map<String, Department> departments) {}
        Ground ground = scope.inside(client, () -> {
            imports.clearRows(client, id);
            return new Ground(
                    imports.known(client, who.gives(), who.account()),
                    imports.departments(client, departments.inOrder()));
        });
        RosterComparison comparison = new RosterComparison(ground.known(), list.joinedByDefault(), today);
        List<Verdict> waiting = new ArrayList<>();
        int[] done = {0};
        TableFile.kept(bytes, list.workbook(), table -> {
            table.read(list.sheet(), list.charset(), (row, cells) -> {
                if (row > list.headingRow() && !cells.stream().allMatch(Cell::isBlank)) {
                    RosterLine.of(row, cells, list.columns(), today)
                            .ifPresent(line -> waiting.add(comparison.compare(line, name(line, ground.departments()))));
                    if (++done[0] % BATCH == 0) {
                        flush(client, id, waiting, done[0]);
                    }
                }
                return true;
            });
            return done;
        });
        flush(client, id, waiting, done[0]);
        scope.inside(client, () -> imports.end(client, id, State.CHECKED, "", ""));
    }

    /** The id by which the roster knows the department, else its name in the list. */
    private static String name(RosterLine line, Map<String, Department> departments) {
        Department known = departments.get(RosterLine.key(line.department()));
        return known == null || line.department().isEmpty()
                ? line.department()
                : known.id().toString();
    }

    private void flush(UUID client, UUID id, List<Verdict> waiting, int done) {
        scope.inside(client, () -> {
            imports.keep(client, id, waiting);
            imports.moved(client, id, done);
        });
        waiting.clear();
    }

    private void apply(Who who, UUID id) {
        UUID client = who.client();
        LocalDate today = LocalDate.now(clock.withZone(who.zone()));
        scope.inside(client, () -> {
            Import list = imports.find(client, id).orElseThrow();
            String result = taking.take(client, list, who, today);
            imports.end(client, id, State.DONE, "", result);
            changed.fire(new RosterChanged(client));
        });
    }

    /** Lists hold personal data: what nobody came back for goes after two days, and so do the rows of those that were taken. */
    @Scheduled(every = "1h", delayed = "7m", identity = "roster-imports")
    void tidy() {
        clients.inTurn(
                "removing lists of people",
                c -> scope.inside(
                        c.id(), () -> imports.removeOld(c.id(), clock.instant().minus(KEPT)) > 0));
    }
}
