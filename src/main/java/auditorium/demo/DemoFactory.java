package auditorium.demo;

import auditorium.access.Accounts;
import auditorium.access.Passwords;
import auditorium.library.Library;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.OwnerRole;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Pinyin;
import auditorium.platform.Text;
import auditorium.records.Ledger;
import auditorium.training.Certificates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Two invented factories with half a year of history, made once in an empty database when demo mode is on. */
@ApplicationScoped
public class DemoFactory {

    private static final Logger LOG = Logger.getLogger(DemoFactory.class);
    private static final long SEED = 20261122;
    private static final Map<DepartmentKind, Integer> PEOPLE = Map.of(
            DepartmentKind.HR,
            6,
            DepartmentKind.PRD,
            62,
            DepartmentKind.QA,
            12,
            DepartmentKind.WHS,
            14,
            DepartmentKind.EHS,
            5,
            DepartmentKind.SEC,
            8,
            DepartmentKind.IT,
            3,
            DepartmentKind.MGT,
            5,
            DepartmentKind.PUR,
            5);

    private final DemoAccounts demo;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ClientScope scope;
    private final Library library;
    private final DemoHistory history;
    private final DemoTraining training;
    private final DemoPast past;
    private final Ledger ledger;
    private final DemoAnswers answers;
    private final DemoMocks mocks;
    private final DemoEvidence evidence;
    private final Certificates certificates;
    private final EntityManager entities;
    private final Clock clock;
    private final boolean serving;

    DemoFactory(
            DemoAccounts demo,
            Accounts accounts,
            Passwords passwords,
            ClientScope scope,
            Library library,
            DemoHistory history,
            DemoTraining training,
            DemoPast past,
            Ledger ledger,
            DemoAnswers answers,
            DemoMocks mocks,
            DemoEvidence evidence,
            Certificates certificates,
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.demo = demo;
        this.accounts = accounts;
        this.passwords = passwords;
        this.scope = scope;
        this.library = library;
        this.history = history;
        this.training = training;
        this.past = past;
        this.ledger = ledger;
        this.answers = answers;
        this.mocks = mocks;
        this.evidence = evidence;
        this.certificates = certificates;
        this.entities = entities;
        this.clock = clock;
        this.serving = serving;
    }

    /** Somebody of the demo, with what later rows need to know. */
    record Someone(
            UUID id,
            UUID department,
            DepartmentKind kind,
            String name,
            boolean leads,
            @Nullable UUID account) {}

    /** A department of the demo. */
    record Dept(UUID id, DepartmentKind kind) {}

    void onStart(@Observes StartupEvent start) {
        if (demo.on()) {
            make();
        } else if (serving && holdsDemo()) {
            throw new IllegalStateException(
                    "this database holds the demo factories, whose passwords everybody knows: use another"
                            + " AUDITORIUM_DATA, or say AUDITORIUM_DEMO=true");
        }
    }

    /** Both invented clients: nobody else has just these two codes. */
    @ActivateRequestContext
    boolean holdsDemo() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select 1 from client where code in (?1, ?2)")
                                .setParameter(1, DemoAccounts.FACTORY)
                                .setParameter(2, DemoAccounts.NEIGHBOUR)
                                .getResultList()
                                .size()
                        == 2);
    }

    @ActivateRequestContext
    void make() {
        boolean empty = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select 1 from client limit 1")
                        .getResultList()
                        .isEmpty());
        if (!empty) {
            return;
        }
        Instant begun = clock.instant();
        String pin = passwords.hash(DemoAccounts.PIN); // one hash for all invented people: 120 would take seconds
        String password = passwords.hash(DemoAccounts.PASSWORD);
        UUID main = Ids.next();
        UUID neighbour = Ids.next();
        LocalDate today = LocalDate.now(clock);
        QuarkusTransaction.requiringNew().run(() -> {
            client(main, DemoAccounts.FACTORY, new Text("示范工厂", "Demo Factory"), "alibaba", today.plusDays(23));
            client(
                    neighbour,
                    DemoAccounts.NEIGHBOUR,
                    new Text("远山电子", "Faraway Electronics"),
                    "nome",
                    today.plusDays(62));
            UUID consultant = accounts.add("consultant", "陈思远", password, "zh");
            membership(consultant, main, "CONSULTANT", null, null, null);
            membership(consultant, neighbour, "CONSULTANT", null, null, null);
            UUID admin = accounts.add("admin", "系统管理员", password, "zh");
            entities.createNativeQuery("update account set administrator_since = ?1 where id = ?2")
                    .setParameter(1, clock.instant())
                    .setParameter(2, admin)
                    .executeUpdate();
        });
        scope.inside(main, () -> fill(main, "A", PEOPLE, pin, password, true));
        scope.inside(
                neighbour,
                () -> fill(
                        neighbour,
                        "Y",
                        Map.of(
                                DepartmentKind.HR,
                                2,
                                DepartmentKind.PRD,
                                7,
                                DepartmentKind.QA,
                                2,
                                DepartmentKind.MGT,
                                1),
                        pin,
                        password,
                        false));
        scope.inside(main, () -> training.write(main));
        scope.inside(neighbour, () -> training.write(neighbour));
        scope.inside(main, () -> past.write(main, today.plusDays(23)));
        scope.inside(neighbour, () -> past.write(neighbour, today.plusDays(62)));
        LOG.infof("demo factories made in %d ms", clock.instant().toEpochMilli() - begun.toEpochMilli());
    }

    private void client(UUID id, String code, Text name, String standard, LocalDate audit) {
        entities.createNativeQuery(
                        "insert into client (id, code, name_zh, name_en, standard, audit_on, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, id)
                .setParameter(2, code)
                .setParameter(3, name.zh())
                .setParameter(4, name.en())
                .setParameter(5, standard)
                .setParameter(6, audit)
                .setParameter(7, clock.instant())
                .executeUpdate();
    }

    private void membership(
            UUID account,
            UUID client,
            String role,
            @Nullable UUID department,
            @Nullable UUID person,
            @Nullable String number) {
        entities.unwrap(Session.class).doWork(c -> {
            try (Rows rows = memberships(c)) {
                rows.add(Ids.next(), account, client, role, department, person, number);
            }
        });
    }

    private static Rows memberships(Connection c) throws SQLException {
        return new Rows(
                c, "membership", "id", "account_id", "client_id", "role", "department_id", "person_id", "number");
    }

    private boolean fill(
            UUID client, String prefix, Map<DepartmentKind, Integer> sizes, String pin, String password, boolean main) {
        entities.unwrap(Session.class).doWork(c -> {
            Map<DepartmentKind, Dept> departments = departments(c, client, sizes);
            List<Someone> people = people(c, client, prefix, departments, sizes, pin, password, main);
            history.write(
                    c, client, List.copyOf(departments.values()), people, library.catalogue(), new Random(SEED), main);
            answers.write(c, client, people, library.catalogue(), new Random(SEED + 1));
            mocks.write(c, client, people, library.catalogue(), new Random(SEED + 2));
            evidence.write(c, client, people, library.catalogue(), new Random(SEED + 3), main);
        });
        certificates.issueAll(Optional.empty());
        ledger.begin(); // the record says when it learnt of all this: now
        return true;
    }

    private static Map<DepartmentKind, Dept> departments(Connection c, UUID client, Map<DepartmentKind, Integer> sizes)
            throws SQLException {
        Map<DepartmentKind, Dept> made = new LinkedHashMap<>();
        try (Rows rows =
                new Rows(c, "department", "client_id", "id", "code", "kind", "name_zh", "name_en", "position")) {
            int position = 0;
            for (DepartmentKind kind : DepartmentKind.values()) {
                if (sizes.containsKey(kind)) {
                    Dept dept = new Dept(Ids.next(), kind);
                    rows.add(
                            client,
                            dept.id(),
                            kind.name(),
                            kind,
                            kind.title().zh(),
                            kind.title().en(),
                            position++);
                    made.put(kind, dept);
                }
            }
        }
        return made;
    }

    private List<Someone> people(
            Connection c,
            UUID client,
            String prefix,
            Map<DepartmentKind, Dept> departments,
            Map<DepartmentKind, Integer> sizes,
            String pin,
            String password,
            boolean main)
            throws SQLException {
        DemoNames names = new DemoNames(SEED + client.version() + (main ? 0 : 1));
        List<Someone> people = new ArrayList<>();
        int number = 300;
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        try (Rows persons = new Rows(
                        c,
                        "person",
                        "client_id",
                        "id",
                        "department_id",
                        "number",
                        "name",
                        "name_key",
                        "name_latin",
                        "job",
                        "leads",
                        "audit_role",
                        "joined_on");
                Rows accountRows =
                        new Rows(c, "account", "id", "login_name", "name", "secret_hash", "language", "created_at")) {
            for (Dept dept : departments.values()) {
                List<OwnerRole> roles = java.util.Arrays.stream(OwnerRole.values())
                        .filter(r -> r.department() == dept.kind())
                        .toList();
                for (int i = 0; i < sizes.getOrDefault(dept.kind(), 0); i++) {
                    String own = prefix + String.format("%04d", number++);
                    boolean worker = main && own.equals(DemoAccounts.WORKER);
                    boolean leads = i < Math.max(1, roles.size());
                    Optional<OwnerRole> role = i < roles.size() ? Optional.of(roles.get(i)) : Optional.empty();
                    Optional<String> login = main && i == 0 ? login(dept.kind()) : Optional.empty();
                    String name =
                            worker ? "李秀英" : login.map(DemoFactory::nameOf).orElseGet(names::next);
                    UUID account = Ids.next();
                    UUID id = Ids.next();
                    accountRows.add(account, login.orElse(null), name, login.isPresent() ? password : pin, "zh", now);
                    persons.add(
                            client,
                            id,
                            dept.id(),
                            own,
                            name,
                            Pinyin.key(name),
                            Pinyin.latin(name),
                            role.map(r -> r.title().zh()).orElse(job(dept.kind(), worker)),
                            leads,
                            role.map(Enum::name).orElse(null),
                            today.minusDays(40 + (number * 37L) % 2400));
                    people.add(new Someone(id, dept.id(), dept.kind(), name, leads, account));
                }
            }
        }
        number = 300;
        try (Rows rows = memberships(c)) {
            for (Someone s : people) {
                String own = prefix + String.format("%04d", number++);
                String role = s.leads()
                        ? s.kind() == DepartmentKind.MGT ? "FACTORY_MANAGER" : "DEPARTMENT_MANAGER"
                        : "WORKER";
                rows.add(Ids.next(), s.account(), client, role, s.department(), s.id(), own);
            }
        }
        return people;
    }

    private static Optional<String> login(DepartmentKind kind) {
        return switch (kind) {
            case MGT -> Optional.of("manager");
            case EHS -> Optional.of("ehs");
            case PRD -> Optional.of("production");
            case HR -> Optional.of("hr");
            default -> Optional.empty();
        };
    }

    private static String nameOf(String login) {
        return switch (login) {
            case "manager" -> "王芳";
            case "ehs" -> "周建国";
            case "production" -> "张伟";
            default -> "何丽华";
        };
    }

    private static String job(DepartmentKind kind, boolean packer) {
        return packer
                ? "包装工"
                : switch (kind) {
                    case HR -> "人事专员";
                    case PRD -> "操作工";
                    case QA -> "检验员";
                    case WHS -> "仓管员";
                    case EHS -> "安全员";
                    case SEC -> "保安员";
                    case IT -> "系统管理员";
                    case MGT -> "财务";
                    case PUR -> "采购员";
                };
    }
}
