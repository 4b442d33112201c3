package auditorium.platform;

import io.quarkus.arc.Arc;
import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Tells Hibernate the current client. Named by property and made by Hibernate, so not a bean: Quarkus's own resolver
 * interface speaks only strings.
 */
public final class ClientResolver implements CurrentTenantIdentifierResolver<UUID> {

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(CurrentClient.class).get().id()
                : CurrentClient.NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
