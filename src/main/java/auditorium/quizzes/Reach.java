package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Role;
import auditorium.platform.ClientScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The factories whose questions the reader looks after: a consultant's own, for an administrator all. */
@RequestScoped
class Reach {

    private final CurrentReader reader;
    private final AnalysisReport report;
    private final ClientScope scope;

    Reach(CurrentReader reader, AnalysisReport report, ClientScope scope) {
        this.reader = reader;
        this.report = report;
        this.scope = scope;
    }

    List<UUID> clients() {
        Reader who = reader.get();
        return who.administrator()
                ? QuarkusTransaction.requiringNew().call(report::everyClient)
                : who.seats().values().stream()
                        .filter(s -> s.role() == Role.CONSULTANT)
                        .map(Reader.Seat::client)
                        .toList();
    }

    /** Whose clock the reader goes by: the first factory's there is. */
    ZoneId zone() {
        return reader.get().seats().values().stream()
                .findFirst()
                .map(Reader.Seat::zone)
                .orElse(ZoneId.of("Asia/Shanghai"));
    }

    Factories together() {
        return new Factories.Several(clients(), scope);
    }
}
