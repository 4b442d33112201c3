package auditorium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What devices are asked to sign: 32 random bytes, good for one answer within five minutes, for one use, and only from the session, the
 * half-way sign-in or the browser that asked. A new one takes the place of the one before.
 */
@ApplicationScoped
class KeyChallenges {

    static final Duration LAST = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final EntityManager entities;
    private final Clock clock;

    KeyChallenges(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What a signature is for: an answer to one is none to another. */
    enum Use {
        /** A new passkey is made by somebody who has signed in. */
        ADD,
        /** The second step after the password. */
        SECOND,
        /** Signing in with nothing else. */
        ALONE,
        /** Somebody who has signed in is asked once more. */
        AGAIN
    }

    /**
     * One that was made.
     *
     * @param text in base64url, as browsers write it
     * @param account whom it is for; empty when nobody has said yet who they are
     * @param name of the passkey that is being made
     */
    record Challenge(String text, Optional<UUID> account, String name) {}

    /**
     * A new challenge in place of the one before.
     *
     * @param token of the session, the half-way sign-in or the browser; it is kept as a hash
     * @return the challenge in base64url
     */
    @Transactional
    String make(Use use, String token, @Nullable UUID account, String name) {
        byte[] challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        entities.createNativeQuery("""
                        insert into passkey_challenge (bound_to, account_id, challenge, name, expires_at)
                        values (?1, cast(nullif(?2, '') as uuid), ?3, ?4, ?5)
                        on conflict (bound_to) do update set account_id = excluded.account_id, challenge = excluded.challenge,
                               name = excluded.name, expires_at = excluded.expires_at""")
                .setParameter(1, boundTo(use, token))
                .setParameter(2, account == null ? "" : account.toString())
                .setParameter(3, challenge)
                .setParameter(4, name)
                .setParameter(5, clock.instant().plus(LAST))
                .executeUpdate();
        return KeyCheck.text(challenge);
    }

    /** Takes it away, so that of two answers to it one is looked at. Empty when there is none, or it came too late. */
    @Transactional
    Optional<Challenge> take(Use use, String token) {
        List<?> found = entities.createNativeQuery(
                        "delete from passkey_challenge where bound_to = ?1 returning challenge, account_id, name, expires_at > ?2",
                        Object[].class)
                .setParameter(1, boundTo(use, token))
                .setParameter(2, clock.instant())
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .filter(r -> (Boolean) r[3])
                .map(r -> new Challenge(KeyCheck.text((byte[]) r[0]), Optional.ofNullable((UUID) r[1]), (String) r[2]))
                .findFirst();
    }

    int sweep() {
        return entities.createNativeQuery("delete from passkey_challenge where expires_at < ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }

    private static byte[] boundTo(Use use, String token) {
        return Tokens.hash(use + ":" + token);
    }
}
