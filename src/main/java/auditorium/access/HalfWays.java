package auditorium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People whose password or PIN was right and whose second step is still to come. Their token opens nothing else and ends after a few
 * minutes.
 */
@ApplicationScoped
class HalfWays {

    static final Duration LAST = Duration.ofMinutes(10);

    private final EntityManager entities;
    private final Clock clock;

    HalfWays(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What was said at the first step. */
    record HalfWay(UUID account, boolean shared, String factory, String next) {}

    /** Answers the token, which only the person's cookie will know. */
    @Transactional
    String begin(HalfWay half) {
        String token = Tokens.next();
        entities.createNativeQuery("""
                        insert into half_sign_in (token_hash, account_id, shared_device, factory, next, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, Tokens.hash(token))
                .setParameter(2, half.account())
                .setParameter(3, half.shared())
                .setParameter(4, half.factory())
                .setParameter(5, half.next())
                .setParameter(6, clock.instant().plus(LAST))
                .executeUpdate();
        return token;
    }

    /** Empty when it was used or has run out, or when the account was suspended meanwhile. */
    @Transactional
    Optional<HalfWay> find(Optional<String> token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        List<?> found = entities.createNativeQuery("""
                        select h.account_id, h.shared_device, h.factory, h.next from half_sign_in h
                          join account a on a.id = h.account_id and a.suspended_at is null
                         where h.token_hash = ?1 and h.expires_at > ?2""", Object[].class)
                .setParameter(1, Tokens.hash(token.get()))
                .setParameter(2, clock.instant())
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(r -> new HalfWay((UUID) r[0], (Boolean) r[1], (String) r[2], (String) r[3]))
                .findFirst();
    }

    @Transactional
    void end(Optional<String> token) {
        token.ifPresent(t -> entities.createNativeQuery("delete from half_sign_in where token_hash = ?1")
                .setParameter(1, Tokens.hash(t))
                .executeUpdate());
    }

    int sweep() {
        return entities.createNativeQuery("delete from half_sign_in where expires_at < ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }
}
