package auditorium.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calendars of the current client that people subscribe to: one each, with an address that only they know. */
@ApplicationScoped
class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;

    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(EntityManager entities) {
        this.entities = entities;
    }

    /** A new address; the one before, if any, ends. Only its hash is kept, so it can be shown this once only. */
    String open(UUID client, UUID person, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entities.createNativeQuery("""
                        insert into calendar_feed (client_id, person_id, token_hash, made_at) values (?1, ?2, ?3, ?4)
                        on conflict (client_id, person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at""")
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, hash(token))
                .setParameter(4, now)
                .executeUpdate();
        return token;
    }

    void close(UUID client, UUID person) {
        entities.createNativeQuery("delete from calendar_feed where client_id = ?1 and person_id = ?2")
                .setParameter(1, client)
                .setParameter(2, person)
                .executeUpdate();
    }

    /** Since when there is one. */
    Optional<Instant> since(UUID client, UUID person) {
        List<?> rows = entities.createNativeQuery(
                        "select made_at from calendar_feed where client_id = ?1 and person_id = ?2", Instant.class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((Instant) rows.get(0));
    }

    /** Whose calendar it is, while they work here. */
    Optional<UUID> person(UUID client, String token) {
        List<?> rows = entities.createNativeQuery("""
                        select f.person_id from calendar_feed f join person p on p.client_id = f.client_id and p.id = f.person_id
                         where f.client_id = ?1 and f.token_hash = ?2 and p.left_on is null""", UUID.class)
                .setParameter(1, client)
                .setParameter(2, hash(token))
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((UUID) rows.get(0));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
