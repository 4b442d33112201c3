package auditorium.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process that serves a cluster, as the cluster's own files name it: {@code postmaster.pid} and {@code postmaster.opts}. */
final class Postmaster {

    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private final Path cluster;
    private final Path pidFile;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /** The process that {@code postmaster.pid} names, whatever it is by now. */
    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** Whether a server of this cluster is running. When that can't be seen, it is taken to. */
    boolean alive() {
        try {
            Optional<ProcessHandle> process = named();
            return process.isPresent()
                    && process.get().isAlive()
                    && !zombie(process.get().pid());
        } catch (IOException | NumberFormatException e) {
            return true;
        }
    }

    /** Dead, but nobody has asked how it died, as happens where no proper init runs. */
    private static boolean zombie(long pid) {
        if (!LINUX) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException gone) {
            return false;
        }
    }

    /** A server that outlived a killed run is stopped; a stranger's process that got its number is left alone. */
    void stopLeftover() throws IOException {
        Optional<ProcessHandle> process = named();
        if (process.isPresent() && serves(process.get())) {
            long pid = process.get().pid();
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
            try {
                process.get().onExit().get(60, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new EmbeddedDatabase.Unavailable(
                        "a PostgreSQL of an earlier run (process " + pid + ") does not stop");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddedDatabase.Unavailable("interrupted while a PostgreSQL of an earlier run stops");
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private boolean serves(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String command = info.command().orElse("");
        String line = String.join(" ", info.arguments().orElse(new String[0]));
        return command.contains("postgres") && line.contains(cluster.toString());
    }

    /**
     * Starts the server once more with the very options that it had, and waits until it answers.
     *
     * @return whether it came up; why not stands in {@code log}
     */
    boolean startAgain(File log) throws IOException, InterruptedException {
        Files.deleteIfExists(pidFile);
        String program = Files.readString(cluster.resolve("postmaster.opts")).split(" ", 2)[0];
        Path control = Path.of(program).resolveSibling("pg_ctl");
        List<String> command = new ArrayList<>();
        if (LINUX && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root; so it was first started
        }
        command.addAll(List.of(control.toString(), "restart", "-D", cluster.toString(), "-w", "-t", "60"));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start()
                        .waitFor()
                == 0;
    }
}
