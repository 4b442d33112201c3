package auditorium.records;

import auditorium.platform.ClientScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At the start of a server: kinds of things that are new since the last version begin to be recorded, for every client. */
@ApplicationScoped
class Beginning {

    private static final int AFTER_EVERYBODY_ELSE = 5000;

    private final Records records;
    private final ClientScope scope;
    private final Ledger ledger;
    private final boolean serving;

    Beginning(
            Records records,
            ClientScope scope,
            Ledger ledger,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.records = records;
        this.scope = scope;
        this.ledger = ledger;
        this.serving = serving;
    }

    @ActivateRequestContext
    void onStart(@Observes @Priority(AFTER_EVERYBODY_ELSE) StartupEvent start) {
        if (!serving) {
            return;
        }
        for (Records.Factory factory : records.factories()) {
            while (scope.inside(factory.id(), ledger::beginSome) > 0) {
                // the next part
            }
            scope.inside(factory.id(), () -> ledger.begin());
        }
    }
}
