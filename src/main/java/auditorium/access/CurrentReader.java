package auditorium.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The person of this request. */
@RequestScoped
public class CurrentReader {

    private final CurrentIdentityAssociation identity;

    CurrentReader(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    public Optional<Reader> find() {
        return identity.getIdentity().getPrincipal() instanceof Reader reader ? Optional.of(reader) : Optional.empty();
    }

    /** For endpoints that only people who have signed in can reach. */
    public Reader get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody has signed in"));
    }

    /** The seat in the client of this request. */
    public Reader.Seat at(UUID client) {
        return get().at(client);
    }
}
