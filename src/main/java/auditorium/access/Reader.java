package auditorium.access;

import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asking: an account with its seat in each client factory. Read anew from the session table for every page; {@code session} is the
 * hash of the token, in hexadecimal.
 */
public record Reader(
        UUID account,
        String name,
        Lang language,
        boolean administrator,
        boolean sharedDevice,
        String session,
        SecondStep secondStep,
        Map<UUID, Seat> seats)
        implements Principal {

    /** Whether the reader has a second step, and whether a client in which they are more than a worker asks for one. */
    public record SecondStep(boolean on, boolean required) {
        boolean owed() {
            return required && !on;
        }
    }

    /** The reader's place in one client, with the few facts about it that every page shows. */
    public record Seat(
            UUID client,
            String code,
            Text clientName,
            ZoneId zone,
            Optional<String> standard,
            Optional<LocalDate> auditOn,
            Role role,
            Optional<UUID> department,
            Optional<UUID> person) {}

    public Optional<Seat> seat(UUID client) {
        return Optional.ofNullable(seats.get(client));
    }

    /** The seat of a client that the request's filter has already compared with the memberships. */
    public Seat at(UUID client) {
        return seat(client).orElseThrow(() -> new IllegalStateException("the client filter let a stranger through"));
    }

    public boolean consultant() {
        return seats.values().stream().anyMatch(s -> s.role() == Role.CONSULTANT);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
