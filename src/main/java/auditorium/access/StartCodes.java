package auditorium.access;

import auditorium.access.domain.StartCode;
import auditorium.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Codes with which people sign in for the first time, or again after they forgot their secret. A new code takes the place of the old
 * one, ends the old secret and every session; only its hash is kept, so it can be shown once, to whoever asked for it.
 */
@ApplicationScoped
public class StartCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BATCH = 1000;

    private final EntityManager entities;
    private final Settings settings;
    private final Clock clock;

    StartCodes(EntityManager entities, Settings settings, Clock clock) {
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when a code that is made now can be used. */
    public Instant validUntil() {
        return clock.instant().plus(settings.signIn().startCodesLast());
    }

    /** A new code for one account. Whoever calls has made sure that {@code by} may. */
    @Transactional
    public String make(UUID account, UUID by) {
        return makeAll(List.of(account), by).values().iterator().next();
    }

    /** New codes for many accounts at once, in the order given. */
    @Transactional
    public Map<UUID, String> makeAll(Collection<UUID> accounts, UUID by) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        accounts.forEach(a -> codes.put(a, StartCode.written(RANDOM.nextLong())));
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp until = Timestamp.from(validUntil());
        entities.unwrap(Session.class).doWork(c -> {
            try (PreparedStatement secret = c.prepareStatement(
                            "update account set secret_hash = null, secret_set_at = null where id = ? and secret_hash is not null");
                    PreparedStatement sessions = c.prepareStatement("delete from login_session where account_id = ?");
                    PreparedStatement code = c.prepareStatement("""
                            insert into start_code (account_id, code_hash, made_at, made_by, expires_at) values (?, ?, ?, ?, ?)
                            on conflict (account_id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at,
                                   made_by = excluded.made_by, expires_at = excluded.expires_at""")) {
                int waiting = 0;
                for (Map.Entry<UUID, String> entry : codes.entrySet()) {
                    secret.setObject(1, entry.getKey());
                    secret.addBatch();
                    sessions.setObject(1, entry.getKey());
                    sessions.addBatch();
                    code.setObject(1, entry.getKey());
                    code.setBytes(2, hash(entry.getKey(), entry.getValue()));
                    code.setTimestamp(3, now);
                    code.setObject(4, by);
                    code.setTimestamp(5, until);
                    code.addBatch();
                    if (++waiting % BATCH == 0) {
                        run(secret, sessions, code);
                    }
                }
                run(secret, sessions, code);
            }
        });
        return codes;
    }

    private static void run(PreparedStatement... statements) throws java.sql.SQLException {
        for (PreparedStatement statement : statements) {
            statement.executeBatch();
        }
    }

    /** Uses the code up and puts the secret's hash in its place; false when the code has been used or has run out meanwhile. */
    @Transactional
    boolean use(UUID account, String code, String secretHash) {
        int used = entities.createNativeQuery(
                        "delete from start_code where account_id = ?1 and code_hash = ?2 and expires_at > ?3")
                .setParameter(1, account)
                .setParameter(2, hash(account, code))
                .setParameter(3, clock.instant())
                .executeUpdate();
        if (used == 0) {
            return false;
        }
        entities.createNativeQuery("update account set secret_hash = ?1, secret_set_at = ?2 where id = ?3")
                .setParameter(1, secretHash)
                .setParameter(2, clock.instant())
                .setParameter(3, account)
                .executeUpdate();
        return true;
    }

    /** Salted by the account, so that guesses at a stolen table count for one account each. */
    static byte[] hash(UUID account, String code) {
        return Tokens.hash(account + ":" + StartCode.plain(code));
    }

    /** In constant time. */
    static boolean matches(Optional<UUID> account, String code, Optional<byte[]> stored) {
        byte[] own = hash(account.orElse(new UUID(0, 0)), code);
        byte[] theirs = stored.orElseGet(() -> "nobody".getBytes(StandardCharsets.UTF_8));
        return java.security.MessageDigest.isEqual(own, theirs) && stored.isPresent();
    }

    /** Removes codes that have run out. */
    int sweep() {
        return entities.createNativeQuery("delete from start_code where expires_at < ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }
}
