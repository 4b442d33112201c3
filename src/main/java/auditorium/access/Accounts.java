package auditorium.access;

import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts and what they may sign in with. */
@ApplicationScoped
public class Accounts {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD_BYTES = 72; // what bcrypt reads

    private final EntityManager entities;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    Accounts(EntityManager entities, Passwords passwords, Sessions sessions, Clock clock) {
        this.entities = entities;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Makes an administrator, or gives one a new password and ends all of their sessions. */
    @Transactional
    public void administrator(String login, String name, String password) {
        requireGood(password);
        String hash = passwords.hash(password);
        Optional<UUID> known =
                first(entities.createNativeQuery("select id from account where login_name = ?1", UUID.class)
                        .setParameter(1, login)
                        .getResultList());
        if (known.isPresent()) {
            entities.createNativeQuery(
                            "update account set secret_hash = ?1, administrator_since = coalesce(administrator_since, ?2) where id = ?3")
                    .setParameter(1, hash)
                    .setParameter(2, clock.instant())
                    .setParameter(3, known.get())
                    .executeUpdate();
            sessions.closeOthers(known.get(), null);
        } else {
            UUID id = add(login, name, hash, "zh");
            entities.createNativeQuery("update account set administrator_since = ?1 where id = ?2")
                    .setParameter(1, clock.instant())
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    /** An account with an already hashed secret; without a login name its owner signs in with factory code and number. */
    public UUID add(@Nullable String login, String name, String hash, String language) {
        UUID id = Ids.next();
        entities.createNativeQuery(
                        "insert into account (id, login_name, name, secret_hash, language, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id)
                .setParameter(2, login)
                .setParameter(3, name)
                .setParameter(4, hash)
                .setParameter(5, language)
                .setParameter(6, clock.instant())
                .executeUpdate();
        return id;
    }

    /** Throws with words for the person when a password is too easy or too long. */
    public static void requireGood(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("the password needs at least " + SHORTEST_PASSWORD + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new IllegalArgumentException("the password has more than " + LONGEST_PASSWORD_BYTES + " bytes");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<T> first(List<?> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of((T) rows.get(0));
    }
}
