package auditorium.records;

import auditorium.access.Reader;
import auditorium.platform.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Checks a record because somebody wants to know now. One check at a time on each server, as each keeps a processor busy. */
@ApplicationScoped
class CheckNow {

    private final RecordCheck check;
    private final Checks checks;
    private final ClientScope scope;
    private final Clock clock;
    private final Semaphore oneAtATime = new Semaphore(1);

    CheckNow(RecordCheck check, Checks checks, ClientScope scope, Clock clock) {
        this.check = check;
        this.checks = checks;
        this.scope = scope;
        this.clock = clock;
    }

    /** Checks the whole record and keeps what was found; false when another check is running. Must not be called in a transaction. */
    boolean done(UUID client, String code, Reader who) {
        if (!oneAtATime.tryAcquire()) {
            return false;
        }
        try {
            Verdict verdict = check.check(client, code, new TreeMap<>(), true);
            scope.inside(
                    client,
                    () -> checks.keep(client, verdict, Optional.of(who.account()), who.name(), clock.instant()));
            return true;
        } finally {
            oneAtATime.release();
        }
    }
}
