import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** The embedded database of the server that is measured, and factories in it whose people have signed in already. */
final class Factory {

    private final Path data;

    Factory(Path data) {
        this.data = data;
    }

    /** Somebody with a phone on which they have signed in already: signing in is no part of what is measured. */
    record Learner(UUID client, UUID account, String session) {}

    long postmaster() throws IOException {
        return Long.parseLong(postmasterFile().get(0).strip());
    }

    int port() throws IOException {
        return Integer.parseInt(postmasterFile().get(3).strip());
    }

    String password(String role) throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("postgres/secrets.properties"))) {
            secrets.load(in);
        }
        return secrets.getProperty(role);
    }

    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/auditorium";
    }

    Connection open() throws Exception {
        return openAs("postgres");
    }

    Connection openAs(String role) throws Exception {
        return DriverManager.getConnection(url(), role, password(role));
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    /** A factory of its own with so many people; answers its id. */
    UUID seed(int people) throws Exception {
        return seed(1, people).get(0);
    }

    /**
     * So many factories with so many people each, set by set. Whom it makes also stands in {@code bench.person}, numbered from 1 through
     * all factories in turn, for the database's own limits.
     */
    List<UUID> seed(int factories, int people) throws Exception {
        List<UUID> clients = new ArrayList<>();
        try (Connection database = open(); Statement s = database.createStatement()) {
            database.setAutoCommit(false);
            prepare(s);
            for (int i = 0; i < factories; i++) {
                UUID client = UUID.randomUUID();
                clients.add(client);
                run(database, "insert into client (id, code, name_zh, name_en, created_at) values (?, ?, '压力测试厂', 'Bench factory', now())",
                        client, "BENCH" + client.toString().substring(28).toUpperCase(java.util.Locale.ROOT));
                run(database, "insert into department (client_id, id, code, kind, name_zh, name_en, position)"
                        + " values (?, gen_random_uuid(), 'P', 'PRD', '生产', 'Production', 1)", client);
            }
            var all = database.createArrayOf("uuid", clients.toArray());
            run(database, """
                    insert into bench.person (client_id, department_id, person_id, account_id, token_hash)
                    select client_id, department_id, person_id, account_id, sha256(convert_to('bench-' || account_id, 'UTF8'))
                      from (select d.client_id, d.id as department_id, gen_random_uuid() as person_id, gen_random_uuid() as account_id
                              from generate_series(1, ?) n cross join department d where d.client_id = any(?) order by n, d.client_id) p""", people, all);
            run(database, """
                    insert into person (client_id, id, department_id, number, name, job, joined_on)
                    select client_id, person_id, department_id, 'B' || n, '测试' || n, '操作工', current_date from bench.person
                     where client_id = any(?)""", all);
            signIn(database, all);
            database.commit();
            database.setAutoCommit(true);
            s.execute("analyze");
        }
        return clients;
    }

    static void prepare(Statement s) throws Exception {
        s.execute("""
                create schema if not exists bench;
                grant usage on schema bench to auditorium_app;
                create table if not exists bench.person (n int generated always as identity primary key, client_id uuid not null,
                  department_id uuid not null, person_id uuid not null, account_id uuid not null, token_hash bytea not null)""");
        s.execute("grant select on bench.person to auditorium_app");
    }

    /** Gives everybody of these factories who stands in {@code bench.person} an account, a seat and a session. */
    static void signIn(Connection database, java.sql.Array clients) throws Exception {
        run(database, """
                insert into account (id, name, secret_hash, created_at)
                select account_id, '测试' || n, '-', now() from bench.person where client_id = any(?)""", clients);
        run(database, """
                insert into membership (id, account_id, client_id, role, department_id, person_id, number)
                select gen_random_uuid(), account_id, client_id, 'WORKER', department_id, person_id, 'B' || n from bench.person
                 where client_id = any(?)""", clients);
        run(database, """
                insert into login_session (token_hash, account_id, shared_device, created_at, last_seen_at, idle_until, expires_at)
                select token_hash, account_id, false, now(), now(), now() + interval '1 day', now() + interval '1 day' from bench.person
                 where client_id = any(?)""", clients);
    }

    /** Everybody of the factory. */
    List<Learner> learners(UUID client) throws Exception {
        return learners(List.of(client));
    }

    /** Everybody of these factories, one of each in turn. */
    List<Learner> learners(List<UUID> clients) throws Exception {
        List<Learner> found = new ArrayList<>();
        try (Connection database = open();
                PreparedStatement s =
                        database.prepareStatement("select client_id, account_id from bench.person where client_id = any(?) order by n")) {
            s.setArray(1, database.createArrayOf("uuid", clients.toArray()));
            var rows = s.executeQuery();
            while (rows.next()) {
                UUID account = rows.getObject(2, UUID.class);
                found.add(new Learner(rows.getObject(1, UUID.class), account, "bench-" + account));
            }
        }
        return found;
    }

    /** Somebody with a password and a right to see the factory, signed in as the others are. */
    Learner manager(UUID client) throws Exception {
        UUID account = UUID.randomUUID();
        try (Connection database = open()) {
            run(database, "insert into account (id, name, secret_hash, created_at) values (?, '厂长', '-', now())", account);
            run(database, "insert into membership (id, account_id, client_id, role) values (gen_random_uuid(), ?, ?, 'FACTORY_MANAGER')",
                    account, client);
            run(database, "insert into login_session (token_hash, account_id, shared_device, created_at, last_seen_at, idle_until, expires_at)"
                    + " values (?, ?, false, now(), now(), now() + interval '1 day', now() + interval '1 day')",
                    sha256("bench-" + account), account);
        }
        return new Learner(client, account, "bench-" + account);
    }

    static int run(Connection database, String sql, Object... values) throws Exception {
        try (PreparedStatement s = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            return s.executeUpdate();
        }
    }

    /** The first column of the first row as a number. */
    static long number(Connection database, String sql, Object... values) throws Exception {
        try (PreparedStatement s = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            var rows = s.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
