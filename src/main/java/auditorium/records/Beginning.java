package auditorium.records;

import auditorium.platform.ClientScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At the start of a server: kinds of things that are new since the last version begin to be recorded, for every client. */
@ApplicationScoped
class Beginning {

    private static final int AFTER_EVERYBODY_ELSE = 5000;

    private final Records records;
    private final ClientScope scope;
    private final Ledger ledger;
    private final WitnessReport witnesses;
    private final boolean serving;

    Beginning(
            Records records,
            ClientScope scope,
            Ledger ledger,
            WitnessReport witnesses,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.records = records;
        this.scope = scope;
        this.ledger = ledger;
        this.witnesses = witnesses;
        this.serving = serving;
    }

    @ActivateRequestContext
    void onStart(@Observes @Priority(AFTER_EVERYBODY_ELSE) StartupEvent start) {
        if (!serving) {
            return;
        }
        for (Records.Factory factory : records.factories()) {
            for (Witness witness : witnesses.all()) {
                Optional<UUID> last = Optional.of(Ledger.FIRST);
                while (last.isPresent()) {
                    UUID after = last.get();
                    last = scope.inside(factory.id(), () -> ledger.beginSome(witness, after));
                }
            }
            scope.inside(factory.id(), () -> ledger.begin());
        }
    }
}
