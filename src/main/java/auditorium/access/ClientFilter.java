package auditorium.access;

import auditorium.platform.CurrentClient;
import auditorium.platform.CurrentLanguage;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The gate of every client's pages: the client in the address must be one of the reader's; all others are not found. */
final class ClientFilter {

    private final CurrentIdentityAssociation identity;
    private final CurrentReader current;
    private final CurrentClient client;
    private final CurrentLanguage language;

    ClientFilter(
            CurrentIdentityAssociation identity,
            CurrentReader current,
            CurrentClient client,
            CurrentLanguage language) {
        this.identity = identity;
        this.current = current;
        this.client = client;
        this.language = language;
    }

    @ServerRequestFilter
    @SuppressWarnings("NullAway") // null lets the request pass
    public Uni<@Nullable Response> enter(UriInfo address) {
        String wanted = address.getPathParameters().getFirst("client");
        return identity.getDeferredIdentity().map(who -> {
            if (who.getPrincipal() instanceof Reader reader) {
                current.enter(reader);
                language.choose(reader.language());
                if (wanted != null) {
                    client.enter(parse(wanted)
                            .flatMap(reader::seat)
                            .map(Reader.Seat::client)
                            .orElseThrow(NotFoundException::new));
                }
            }
            return null; // nobody has signed in: the endpoint's own permission sends them to the sign-in page
        });
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
