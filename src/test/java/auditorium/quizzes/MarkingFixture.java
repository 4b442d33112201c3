package auditorium.quizzes;

import auditorium.Visitor;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Version;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.Paper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Factories of the tests' own, with papers whose questions the test chooses, in whichever version. */
@ApplicationScoped
class MarkingFixture {

    private final EntityManager entities;
    private final ClientScope scope;
    private final Results results;
    private final Attempts attempts;
    private final ContentVersions versions;
    private final Library library;
    private final Clock clock;

    MarkingFixture(
            EntityManager entities,
            ClientScope scope,
            Results results,
            Attempts attempts,
            ContentVersions versions,
            Library library,
            Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.results = results;
        this.attempts = attempts;
        this.versions = versions;
        this.library = library;
        this.clock = clock;
    }

    /** A factory with two departments; workers W1, W2 … are in turn in the first and the second. */
    record Plant(UUID client, String code, List<UUID> departments, List<UUID> people) {

        UUID person(int number) {
            return people.get(number - 1);
        }

        Visitor worker(int number) {
            return Visitor.withPin(code, "W" + number);
        }

        /** {@code role}: consultant, manager, or leader, who leads the first department. */
        Visitor visitor(String role) {
            return Visitor.withPassword(code.toLowerCase(Locale.ROOT) + "-" + role);
        }

        String at(String path) {
            return "/c/" + client + path;
        }
    }

    Plant factory(int workers) {
        UUID client = Ids.next();
        String code = "M" + client.toString().replace("-", "").substring(20).toUpperCase(Locale.ROOT);
        List<UUID> departments = List.of(Ids.next(), Ids.next());
        List<UUID> people = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> sql(
                        "insert into client (id, code, name_zh, name_en, created_at) values (?1, ?2, '测试厂', 'Test Factory', now())",
                        client,
                        code));
        scope.inside(client, () -> {
            for (String kind : List.of("PRD", "WHS")) {
                int place = kind.equals("PRD") ? 0 : 1;
                sql(
                        "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?1, ?2, ?3, ?3, ?3, ?3, ?4)",
                        client,
                        departments.get(place),
                        kind,
                        place);
            }
            for (int i = 1; i <= workers; i++) {
                people.add(person(client, departments.get((i + 1) % 2), "W" + i, "工人甲" + i, "WORKER", null));
            }
            String low = code.toLowerCase(Locale.ROOT);
            person(client, departments.get(0), "L1", "组长乙", "DEPARTMENT_MANAGER", low + "-leader");
            person(client, departments.get(1), "M1", "厂长丙", "FACTORY_MANAGER", low + "-manager");
            membership(client, account(low + "-consultant", "顾问丁"), "CONSULTANT", null, null, null);
        });
        return new Plant(client, code, departments, people);
    }

    private UUID person(UUID client, UUID department, String number, String name, String role, @Nullable String login) {
        UUID id = Ids.next();
        sql(
                "insert into person (client_id, id, department_id, number, name, job, joined_on) values (?1, ?2, ?3, ?4, ?5, '操作工', current_date)",
                client,
                id,
                department,
                number,
                name);
        membership(client, account(login, name), role, department, id, number);
        return id;
    }

    private UUID account(@Nullable String login, String name) {
        UUID id = Ids.next();
        entities.unwrap(Session.class).doWork(c -> {
            try (var s = c.prepareStatement(
                    "insert into account (id, login_name, name, secret_hash, created_at) select ?, ?, ?, secret_hash, now() from account where "
                            + (login == null
                                    ? "id = (select account_id from membership where number = 'A0317' limit 1)"
                                    : "login_name = 'manager'"))) {
                s.setObject(1, id);
                s.setString(2, login);
                s.setString(3, name);
                s.executeUpdate();
            }
        });
        return id;
    }

    private void membership(
            UUID client,
            UUID account,
            String role,
            @Nullable UUID department,
            @Nullable UUID person,
            @Nullable String number) {
        entities.unwrap(Session.class).doWork(c -> {
            try (var s = c.prepareStatement(
                    "insert into membership (id, account_id, client_id, role, department_id, person_id, number) values (?, ?, ?, ?, ?, ?, ?)")) {
                s.setObject(1, Ids.next());
                s.setObject(2, account);
                s.setObject(3, client);
                s.setString(4, role);
                s.setObject(5, department);
                s.setObject(6, person);
                s.setString(7, number);
                s.executeUpdate();
            }
        });
    }

    /** The question as it might have been before: another option was held to be right. Its text is stored as old versions are. */
    Question before(Quiz quiz, Question now) {
        Form.Single form = (Form.Single) now.form();
        String right = right(now);
        String wrong = wrong(now);
        Version old = new Version(
                "old-" + now.version().hash().substring(4),
                now.version()
                        .body()
                        .replaceFirst("\\{\"correct\":\"true\",\"id\":\"" + right + "\"", "{\"id\":\"" + right + "\"")
                        .replaceFirst("\\{\"id\":\"" + wrong + "\"", "{\"correct\":\"true\",\"id\":\"" + wrong + "\""));
        QuarkusTransaction.requiringNew().run(() -> versions.use("question", quiz.id() + "/" + now.id(), old));
        return new Question(
                now.id(),
                now.kind(),
                now.difficulty(),
                now.stage(),
                now.tests(),
                now.statements(),
                now.laws(),
                now.card(),
                now.text(),
                now.picture(),
                now.points(),
                new Form.Single(form.options().stream()
                        .map(o -> new Form.Option(o.id(), o.id().equals(wrong), o.text(), o.reason()))
                        .toList()),
                old);
    }

    static String right(Question question) {
        return option(question, true);
    }

    static String wrong(Question question) {
        return option(question, false);
    }

    private static String option(Question question, boolean correct) {
        return ((Form.Single) question.form())
                .options().stream()
                        .filter(o -> o.correct() == correct)
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    /** Single-choice questions of a quiz as it is now. */
    List<Question> singles(Quiz quiz) {
        return quiz.questions().stream()
                .filter(q -> q.form() instanceof Form.Single)
                .toList();
    }

    Quiz quiz(String id) {
        return library.catalogue().quiz(id).orElseThrow();
    }

    /** A paper of these questions, begun by the person and answered. */
    UUID begin(Plant factory, UUID person, Quiz quiz, List<Question> questions, Map<String, Answer> answers) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        scope.inside(factory.client(), () -> {
            List<ContentVersions.Use> uses = new ArrayList<>();
            uses.add(new ContentVersions.Use("quiz", quiz.id(), quiz.version()));
            questions.forEach(
                    q -> uses.add(new ContentVersions.Use("question", quiz.id() + "/" + q.id(), q.version())));
            versions.use(uses);
            sql(
                    "insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, pass) values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8)",
                    factory.client(),
                    id,
                    person,
                    quiz.id(),
                    quiz.version().hash(),
                    Json.of(new Paper(questions.stream()
                            .map(q -> new Paper.Drawn(
                                    quiz.id(), q.id(), q.version().hash(), List.of()))
                            .toList())),
                    now.minusSeconds(60),
                    quiz.pass());
            answers.forEach((question, answer) -> attempts.answer(
                    factory.client(), id, new AnswerEvent(Ids.next(), question, 1, answer, now, now), Lang.ZH));
        });
        return id;
    }

    UUID handIn(Plant factory, UUID person, Quiz quiz, List<Question> questions, Map<String, Answer> answers) {
        UUID id = begin(factory, person, quiz, questions, answers);
        scope.inside(factory.client(), () -> results.handIn(factory.client(), id, Map.of(), clock.instant()));
        return id;
    }

    static Answer chosen(String option) {
        return new Answer.Chosen(Set.of(option));
    }

    /** One row of one factory. */
    Object[] row(Plant factory, String sql, Object... values) {
        return scope.inside(factory.client(), () -> {
            var query = entities.createNativeQuery(sql, Object[].class);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return (Object[]) query.getSingleResult();
        });
    }

    /** Within a factory. */
    int run(String sql, Object... values) {
        return sql(sql, values);
    }

    /** One value, within a factory. */
    Object row(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getSingleResult();
    }

    private int sql(String text, Object... values) {
        var query = entities.createNativeQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }
}
