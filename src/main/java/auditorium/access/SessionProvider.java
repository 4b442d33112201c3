package auditorium.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a session token into the person who holds it; an unknown token is nobody. */
@ApplicationScoped
class SessionProvider implements IdentityProvider<SessionRequest> {

    private final Sessions sessions;

    SessionProvider(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    @SuppressWarnings("NullAway") // Quarkus takes null for “nobody”
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                sessions.find(request.hash()).map(SessionProvider::identity).orElse(null));
    }

    private static SecurityIdentity identity(Reader reader) {
        return QuarkusSecurityIdentity.builder().setPrincipal(reader).build();
    }
}
