package auditorium.improvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Evidence that somebody has to renew. Improvement shows it among a person's work, and whoever keeps evidence answers. */
public interface Renewals {

    /** A piece that ends on {@code dueOn}; {@code owner} is empty when it is nobody's yet. */
    record Due(UUID evidence, String title, String requirement, String owner, LocalDate dueOn) {}

    /** What is a person's to renew, the earliest first, and for those who manage what is nobody's within reach. */
    List<Due> due(UUID client, Optional<UUID> person, boolean manages, Optional<UUID> reach, int most);
}
