package auditorium.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person of this request. {@link ClientFilter} says who it is before any page runs; asking never blocks. */
@RequestScoped
public class CurrentReader {

    private @Nullable Reader reader;

    void enter(Reader reader) {
        this.reader = reader;
    }

    public Optional<Reader> find() {
        return Optional.ofNullable(reader);
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
