package auditorium.quizzes;

import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Terms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Factories of the tests' own, with people who sit down to papers. */
@ApplicationScoped
class QuizFixture {

    static final String QUIZ = "A10-audit-integrity";

    private final EntityManager entities;
    private final ClientScope scope;
    private final Attempts attempts;
    private final Closings closings;
    private final Library library;

    QuizFixture(EntityManager entities, ClientScope scope, Attempts attempts, Closings closings, Library library) {
        this.entities = entities;
        this.scope = scope;
        this.attempts = attempts;
        this.closings = closings;
        this.library = library;
    }

    /** A factory with two departments; workers are numbered from P1 on. */
    record Factory(UUID client, String code, UUID production, UUID warehouse, List<UUID> people) {

        Visitor worker(int number) {
            return Visitor.withPin(code, "P" + number);
        }

        UUID person(int number) {
            return people.get(number - 1);
        }

        String login(String role) {
            return code.toLowerCase(Locale.ROOT) + "-" + role;
        }

        Visitor manager() {
            return Visitor.withPassword(login("manager"));
        }

        /** The manager of production, where the workers with odd numbers are. */
        Visitor leader() {
            return Visitor.withPassword(login("leader"));
        }

        Visitor consultant() {
            return Visitor.withPassword(login("consultant"));
        }
    }

    Factory factory(int workers) {
        UUID client = Ids.next();
        UUID production = Ids.next();
        UUID warehouse = Ids.next();
        String code = "Q" + client.toString().replace("-", "").substring(20).toUpperCase(Locale.ROOT);
        List<UUID> people = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> sql(
                        "insert into client (id, code, name_zh, name_en, created_at) values (?1, ?2, '测试厂', 'Test Factory', now())",
                        client,
                        code));
        scope.inside(client, () -> {
            department(client, production, "PRD", 0);
            department(client, warehouse, "WHS", 1);
            for (int i = 1; i <= workers; i++) {
                UUID person = Ids.next();
                people.add(person);
                sql(
                        "insert into person (client_id, id, department_id, number, name, job, joined_on) values (?1, ?2, ?3, ?4, ?5, '操作工', current_date)",
                        client,
                        person,
                        i % 2 == 1 ? production : warehouse,
                        "P" + i,
                        "工人" + i);
                UUID account = account("number = 'A0317'", "", "工人" + i);
                sql(
                        "insert into membership (id, account_id, client_id, role, department_id, person_id, number) values (?1, ?2, ?3, 'WORKER', ?4, ?5, ?6)",
                        Ids.next(),
                        account,
                        client,
                        i % 2 == 1 ? production : warehouse,
                        person,
                        "P" + i);
            }
            Factory factory = new Factory(client, code, production, warehouse, people);
            seat(factory, "manager", "FACTORY_MANAGER", Optional.empty());
            seat(factory, "leader", "DEPARTMENT_MANAGER", Optional.of(production));
            seat(factory, "consultant", "CONSULTANT", Optional.empty());
        });
        return new Factory(client, code, production, warehouse, people);
    }

    private void department(UUID client, UUID id, String kind, int position) {
        sql(
                "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?1, ?2, ?3, ?3, ?3, ?3, ?4)",
                client,
                id,
                kind,
                position);
    }

    private void seat(Factory factory, String role, String seat, Optional<UUID> department) {
        UUID person = Ids.next();
        sql(
                "insert into person (client_id, id, department_id, number, name, job, joined_on) values (?1, ?2, ?3, ?4, ?4, '经理', current_date)",
                factory.client(),
                person,
                department.orElse(factory.warehouse()),
                role);
        sql(
                "insert into membership (id, account_id, client_id, role, department_id, person_id) values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as uuid), ?6)",
                Ids.next(),
                account("login_name = 'manager'", factory.login(role), role),
                factory.client(),
                seat,
                department.map(UUID::toString).orElse(""),
                person);
    }

    /** An account with the secret of a demo account, which everybody knows. */
    private UUID account(String like, String login, String name) {
        UUID id = Ids.next();
        sql(
                "insert into account (id, login_name, name, secret_hash, created_at) select ?1, nullif(?2, ''), ?3, a.secret_hash, now() from account a left join membership m on m.account_id = a.id where "
                        + like + " limit 1",
                id,
                login,
                name);
        return id;
    }

    int sql(String text, Object... values) {
        var query = entities.createNativeQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    Quiz quiz() {
        return library.catalogue().quiz(QUIZ).orElseThrow();
    }

    static Terms terms(Duration limit, Duration window, boolean exam) {
        return new Terms(
                80,
                Optional.of(limit),
                Optional.empty(),
                window,
                exam ? Duration.ZERO : Terms.LONGEST_PAUSE,
                Optional.empty(),
                exam);
    }

    /** An attempt at the quiz that was begun then, on these terms. */
    UUID begin(Factory factory, int worker, Terms terms, Instant start) {
        Attempts.Sitting own = Attempts.Sitting.of(quiz(), 7);
        Attempts.Sitting sitting = new Attempts.Sitting(
                own.kind(), own.quiz(), own.version(), own.seed(), own.paper(), own.questions(), terms);
        return scope.inside(
                factory.client(),
                () -> attempts.begin(factory.client(), factory.person(worker), sitting, Duration.ZERO, start));
    }

    static String paper(Factory factory, UUID attempt) {
        return "/c/" + factory.client() + "/attempts/" + attempt;
    }

    Attempt attempt(Factory factory, UUID id) {
        return scope.inside(factory.client(), () -> attempts.findById(id));
    }

    /** The job, on whichever thread. */
    @ActivateRequestContext
    void close(Factory factory, Instant now) {
        closings.close(factory.client(), now);
    }

    /** One number of the factory's rows. */
    long count(Factory factory, String sql, Object... values) {
        return scope.inside(factory.client(), () -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }

    /** One text of the current client's rows. */
    String text(String sql) {
        return (String) entities.createNativeQuery(sql).getSingleResult();
    }

    /** The single choices on the paper, in its order. */
    List<Question> singles(Factory factory, UUID id) {
        return scope.inside(
                factory.client(),
                () -> attempts.frozen(attempts.findById(id)).questions().stream()
                        .filter(q -> q.form() instanceof Form.Single)
                        .toList());
    }

    static String option(Question question, boolean right) {
        return ((Form.Single) question.form())
                .options().stream()
                        .filter(o -> o.correct() == right)
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    /** What a phone sends. */
    static Map<String, String> letter(Question question, String option, Instant at) {
        Map<String, String> fields = new HashMap<>();
        fields.put("question", question.id());
        fields.put("option", option);
        fields.put("id", Ids.next().toString());
        fields.put("at", at.toString());
        fields.put("sequence", Long.toString(at.toEpochMilli()));
        return fields;
    }
}
