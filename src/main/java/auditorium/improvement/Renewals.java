package auditorium.improvement;

import auditorium.platform.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Evidence that somebody has to renew. Improvement shows it among a person's work, and whoever keeps evidence answers. */
public interface Renewals {

    /**
     * A piece that ends on {@code dueOn}.
     *
     * @param owner the name of whose it is to renew, and {@code person} who that is; empty when it is nobody's yet
     * @param department whose piece it is; without words when it is the whole factory's
     */
    record Due(
            UUID evidence,
            String title,
            String requirement,
            String owner,
            Optional<UUID> person,
            Text department,
            LocalDate dueOn) {}

    /** What is a person's to renew, the earliest first, and for those who manage what is nobody's within reach. */
    List<Due> due(UUID client, Optional<UUID> person, boolean manages, Optional<UUID> reach, int most);

    /** All that is to be renewed within reach, whoever's it is, the earliest first; of one department, unless that is empty. */
    List<Due> planned(UUID client, Optional<UUID> reach, String department, int most);
}
