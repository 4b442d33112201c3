import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** The embedded database of the server that is measured, and a factory in it whose people have signed in already. */
final class Factory {

    private final Path data;

    Factory(Path data) {
        this.data = data;
    }

    /** Somebody with a phone on which they have signed in already: signing in is no part of what is measured. */
    record Learner(UUID account, String session) {}

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

    Connection open() throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/auditorium", "postgres", password("postgres"));
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    /** A factory of its own with so many people; answers its id. */
    UUID seed(int people) throws Exception {
        UUID client = UUID.randomUUID();
        UUID department = UUID.randomUUID();
        try (Connection database = open()) {
            database.setAutoCommit(false);
            run(database, "insert into client (id, code, name_zh, name_en, created_at)"
                    + " values (?, 'BENCH', '压力测试厂', 'Bench factory', now())", client);
            run(database, "insert into department (client_id, id, code, kind, name_zh, name_en, position)"
                    + " values (?, ?, 'P', 'PRD', '生产', 'Production', 1)", client, department);
            for (int i = 0; i < people; i++) {
                UUID person = UUID.randomUUID();
                UUID account = UUID.randomUUID();
                run(database, "insert into person (client_id, id, department_id, number, name, job, joined_on)"
                        + " values (?, ?, ?, 'B" + i + "', '测试" + i + "', '操作工', current_date)", client, person, department);
                run(database, "insert into account (id, name, secret_hash, created_at) values (?, '测试" + i
                        + "', '-', now())", account);
                run(database, "insert into membership (id, account_id, client_id, role, department_id, person_id, number)"
                        + " values (gen_random_uuid(), ?, ?, 'WORKER', ?, ?, 'B" + i + "')", account, client, department, person);
                run(database, "insert into login_session (token_hash, account_id, shared_device, created_at, last_seen_at, idle_until, expires_at)"
                        + " values (?, ?, false, now(), now(), now() + interval '1 day', now() + interval '1 day')",
                        sha256(token(account)), account);
            }
            database.commit();
        }
        return client;
    }

    List<Learner> learners(UUID client) throws Exception {
        List<Learner> found = new ArrayList<>();
        try (Connection database = open();
                PreparedStatement s = database.prepareStatement("select account_id from membership where client_id = ?")) {
            s.setObject(1, client);
            var rows = s.executeQuery();
            while (rows.next()) {
                UUID account = rows.getObject(1, UUID.class);
                found.add(new Learner(account, token(account)));
            }
        }
        return found;
    }

    private static String token(UUID account) {
        return "bench-" + account;
    }

    static void run(Connection database, String sql, Object... values) throws Exception {
        try (PreparedStatement s = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            s.executeUpdate();
        }
    }

    static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
