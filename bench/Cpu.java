import java.time.Duration;

/** Processor time as the system counts it, in seconds; zero where it does not. */
final class Cpu {

    private Cpu() {}

    static double of(long pid) {
        return ProcessHandle.of(pid).map(Cpu::millis).orElse(0L) / 1000.0;
    }

    /** Connections stay open during a run, so their processes are there before and after. */
    static double ofChildren(long pid) {
        return ProcessHandle.of(pid).map(p -> p.descendants().mapToLong(Cpu::millis).sum()).orElse(0L) / 1000.0;
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
