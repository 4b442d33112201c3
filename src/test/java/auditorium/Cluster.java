package auditorium;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The PostgreSQL in a packaged application's data folder, for those who do it harm and look at what is left. */
final class Cluster {

    private final Path folder;

    /** {@code folder} holds {@code cluster} and {@code secrets.properties}. */
    Cluster(Path folder) {
        this.folder = folder;
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
    }

    long postmaster() throws IOException {
        return Long.parseLong(pidFile().get(0).strip());
    }

    /** One of the processes that serve the application. */
    private long backend() throws IOException {
        return ProcessHandle.of(postmaster())
                .orElseThrow()
                .children()
                .filter(p -> title(p.pid()).contains("auditorium_app"))
                .findAny()
                .orElseThrow()
                .pid();
    }

    /** The server with all of its processes. */
    List<Long> processes() throws IOException {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        return Stream.concat(Stream.of(server), server.children())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String title(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /**
     * Sends a signal to a process; to one that has ended meanwhile it makes no difference.
     *
     * @return whether the process was there
     */
    static boolean signal(String signal, long pid) throws IOException, InterruptedException {
        boolean sent = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor()
                == 0;
        assertTrue(sent || !Files.exists(Path.of("/proc", Long.toString(pid))), signal + " to " + pid);
        return sent;
    }

    /** Kills one of the processes that serve the application: the pool ends some by itself, so it may take more than one try. */
    void killBackend() throws IOException, InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            if (signal("KILL", backend())) {
                return;
            }
        }
        throw new AssertionError("no process of the database could be killed");
    }

    /** Past all fences. */
    Connection superuser() throws IOException, SQLException {
        return superuser(Integer.parseInt(pidFile().get(3).strip()));
    }

    Connection superuser(int port) throws IOException, SQLException {
        Properties given = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("secrets.properties"))) {
            given.load(in);
        }
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", given.getProperty("postgres"));
        login.setProperty("loginTimeout", "1");
        login.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/auditorium", login);
    }

    /** Of the answers of the last hour: id, and how often it is there. */
    Map<String, Integer> answers() throws IOException, SQLException {
        Map<String, Integer> times = new HashMap<>();
        try (Connection c = superuser();
                ResultSet r = c.createStatement()
                        .executeQuery("select id from answer_event where received_at >= answered_at"
                                + " and answered_at > now() - interval '1 hour'")) {
            while (r.next()) {
                times.merge(r.getString(1), 1, Integer::sum);
            }
        }
        return times;
    }
}
