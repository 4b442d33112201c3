package auditorium.records;

import auditorium.platform.ClientScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** At the start of a server: kinds of things that are new since the last version begin to be recorded, for every client. */
@ApplicationScoped
class Beginning {

    private static final int AFTER_EVERYBODY_ELSE = 5000;

    private final EntityManager entities;
    private final ClientScope scope;
    private final Ledger ledger;
    private final boolean serving;

    Beginning(
            EntityManager entities,
            ClientScope scope,
            Ledger ledger,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.entities = entities;
        this.scope = scope;
        this.ledger = ledger;
        this.serving = serving;
    }

    @ActivateRequestContext
    void onStart(@Observes @Priority(AFTER_EVERYBODY_ELSE) StartupEvent start) {
        if (!serving) {
            return;
        }
        List<UUID> clients = QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery("select id from client", UUID.class)
                        .getResultList());
        clients.forEach(client -> scope.inside(client, ledger::begin));
    }
}
