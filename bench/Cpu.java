import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Processor time as the system counts it, in seconds; zero where it does not. */
final class Cpu {

    private Cpu() {}

    static double of(long pid) {
        return ProcessHandle.of(pid).map(Cpu::millis).orElse(0L) / 1000.0;
    }

    /** All that it ever started and waited for, whether still there or gone: connections come and go during a run. */
    static double ofChildren(long pid) throws IOException {
        long there = ProcessHandle.of(pid).map(p -> p.descendants().mapToLong(Cpu::millis).sum()).orElse(0L);
        return there / 1000.0 + ofGone(pid);
    }

    /** The fields cutime and cstime of proc(5), in the hundredths of a second that Linux tells everybody. */
    private static double ofGone(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" "); // the first one is the third of the manual
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    /** Waits, a minute at most, until the process rests: what Java still compiles after a warm-up must not be taken for what the next thing costs. */
    static void rest(long pid) throws InterruptedException {
        for (int second = 0; second < 60; second++) {
            double before = of(pid);
            Thread.sleep(1000);
            if (of(pid) - before < 0.1) {
                return;
            }
        }
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** What the application, PostgreSQL and this loader have used together since they began. */
    record Spent(double app, double postgres, double loader) {

        static Spent now(long server, Factory factory) throws IOException {
            return new Spent(of(server), ofChildren(factory.postmaster()), of(ProcessHandle.current().pid()));
        }

        /** Milliseconds of each for one of so many things since then. */
        Spent each(Spent then, long things) {
            double n = Math.max(1, things) / 1000.0;
            return new Spent((app - then.app) / n, (postgres - then.postgres) / n, (loader - then.loader) / n);
        }

        History into(History history, String name) {
            return history.with(name + "_app_cpu_ms", app).with(name + "_postgres_cpu_ms", postgres).with(name + "_loader_cpu_ms", loader);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "CPU ms: application %.2f, PostgreSQL %.2f, loader %.2f", app, postgres, loader);
        }
    }
}
