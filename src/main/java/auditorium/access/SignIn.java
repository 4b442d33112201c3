package auditorium.access;

import auditorium.platform.Ids;
import auditorium.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whether somebody is who they say. Wrong guesses are counted per name and device: a device that somebody has signed in on
 * before has a count of its own, so a stranger's guesses can lock out neither a person on their own phone nor a factory. What was
 * typed is treated alike whether anybody has that name or not.
 */
@ApplicationScoped
public class SignIn {

    /** What came of it. */
    sealed interface Outcome {
        record Welcome(UUID account) implements Outcome {}

        /** Wrong name or secret; it is not said which. */
        record Refused() implements Outcome {}

        /** Too many wrong guesses from here. */
        record Later() implements Outcome {}
    }

    /** Where the attempt comes from. */
    record From(String address, Optional<String> device) {}

    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;

    SignIn(EntityManager entities, Passwords passwords, Settings settings, Clock clock) {
        this.entities = entities;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Outcome byNumber(String factory, String number, String pin, From from) {
        String code = factory.strip().toUpperCase(Locale.ROOT);
        String own = number.strip();
        return decide("n:" + code + "/" + own, pin, from, """
                select a.id, a.secret_hash from membership m
                  join client c on c.id = m.client_id
                  join account a on a.id = m.account_id and a.suspended_at is null
                 where c.code = ?1 and m.number = ?2 and m.ended_at is null""", code, own);
    }

    @Transactional
    Outcome byPassword(String login, String password, From from) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        return decide(
                "p:" + name,
                password,
                from,
                "select id, secret_hash from account where lower(login_name) = ?1 and suspended_at is null",
                name);
    }

    private Outcome decide(String who, String secret, From from, String query, String... values) {
        Instant since = clock.instant().minus(settings.signIn().window());
        byte[] whoHash = Tokens.hash(who);
        Optional<byte[]> device = from.device().map(Tokens::hash);
        var find = entities.createNativeQuery(query, Object[].class);
        for (int i = 0; i < values.length; i++) {
            find.setParameter(i + 1, values[i]);
        }
        List<?> rows = find.getResultList();
        Optional<Object[]> row = rows.isEmpty() ? Optional.empty() : Optional.of((Object[]) rows.get(0));
        boolean known = device.isPresent() && row.isPresent() && knows(device.get(), (UUID) row.get()[0]);
        Object account = row.map(r -> r[0]).orElse(null);
        long failures = known
                ? count("who_hash = ?1 and device_hash = ?2 and at > ?3", whoHash, device.orElseThrow(), since)
                : count(
                        "who_hash = ?1 and at > ?2 and not exists (select from known_device d where d.token_hash = device_hash and d.account_id = cast(?3 as uuid))",
                        whoHash,
                        since,
                        String.valueOf(account == null ? NOBODY : account));
        boolean flooded = !known
                && count(
                                "address = ?1 and at > ?2 and not exists (select from known_device d where d.token_hash = device_hash)",
                                from.address(),
                                since)
                        >= settings.signIn().failuresPerAddress();
        if (failures >= settings.signIn().failures() || flooded) {
            return new Outcome.Later();
        }
        if (!passwords.matches(secret, row.map(r -> (String) r[1]))) {
            entities.createNativeQuery(
                            "insert into sign_in_failure (id, who_hash, device_hash, address, at) values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, Ids.next())
                    .setParameter(2, whoHash)
                    .setParameter(3, device.orElse(new byte[0]))
                    .setParameter(4, from.address())
                    .setParameter(5, clock.instant())
                    .executeUpdate();
            return new Outcome.Refused();
        }
        return new Outcome.Welcome((UUID) row.orElseThrow()[0]);
    }

    private boolean knows(byte[] device, UUID account) {
        return !entities.createNativeQuery("select 1 from known_device where token_hash = ?1 and account_id = ?2")
                .setParameter(1, device)
                .setParameter(2, account)
                .getResultList()
                .isEmpty();
    }

    private long count(String where, Object... values) {
        var query = entities.createNativeQuery("select count(*) from sign_in_failure where " + where, Long.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return (Long) query.getSingleResult();
    }

    /** Remembers the device for the account; answers its token, a new one if it had none. */
    @Transactional
    String remember(UUID account, Optional<String> device) {
        String token = device.filter(d -> d.length() == 43).orElseGet(Tokens::next);
        entities.createNativeQuery(
                        "insert into known_device (token_hash, account_id, seen_at) values (?1, ?2, ?3) on conflict (token_hash, account_id) do update set seen_at = excluded.seen_at")
                .setParameter(1, Tokens.hash(token))
                .setParameter(2, account)
                .setParameter(3, clock.instant())
                .executeUpdate();
        return token;
    }
}
