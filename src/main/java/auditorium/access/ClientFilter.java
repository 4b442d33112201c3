package auditorium.access;

import auditorium.platform.CurrentClient;
import auditorium.platform.CurrentLanguage;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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
    public Uni<@Nullable Response> enter(UriInfo address, HttpHeaders headers) {
        String wanted = address.getPathParameters().getFirst("client");
        return identity.getDeferredIdentity().map(who -> {
            if (who.getPrincipal() instanceof Reader reader) {
                current.enter(reader);
                language.choose(reader.language());
                if (reader.secondStep().owed() && !open(address.getPath())) {
                    return toSecondStep(headers);
                }
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

    /** What somebody can open who owes a second step: the page where it is turned on, and what is on every page. */
    private static boolean open(String path) {
        String plain = path.startsWith("/") ? path : "/" + path;
        return plain.startsWith("/account/second-step")
                || plain.startsWith("/sign-in")
                || plain.equals("/sign-out")
                || plain.equals("/language")
                || plain.equals("/session");
    }

    /** A phone keeps what it wanted to send, as it does for somebody who is signed out. */
    private static Response toSecondStep(HttpHeaders headers) {
        boolean script = headers.getAcceptableMediaTypes().stream()
                .anyMatch(t -> t.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !t.isWildcardType());
        return script
                ? Response.status(401)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity("{}")
                        .build()
                : Response.seeOther(URI.create("/account/second-step")).build();
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
