package auditorium.access;

import auditorium.platform.Ids;
import auditorium.platform.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody is who they say. Wrong guesses are counted per name and device: a device that somebody has signed in on
 * before has a count of its own, so a stranger's guesses can lock out neither a person on their own phone nor a factory. What was
 * typed is treated alike whether anybody has that name or not. A guess is written down before it is looked at and taken back when it
 * was right, so guesses sent side by side all count; no connection is held while a secret is being checked, which takes its time.
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

    /** An attempt that may be looked at; {@code stored} is what the secret has to fit. */
    private record Knock(UUID guess, Optional<UUID> account, Optional<Object> stored) {}

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String MEMBER = """
              from membership m
              join client c on c.id = m.client_id
              join account a on a.id = m.account_id and a.suspended_at is null
              left join start_code s on s.account_id = a.id and s.expires_at > now()
             where c.code = ?1 and m.number = ?2 and m.ended_at is null and m.suspended_at is null""";
    private static final String ACCOUNT = """
              from account a
              left join start_code s on s.account_id = a.id and s.expires_at > now()
             where lower(a.login_name) = ?1 and a.suspended_at is null""";

    private static final String PASSKEY = """
              from passkey p
              join account a on a.id = p.account_id and a.suspended_at is null
             where p.credential_id = decode(?1, 'hex')""";

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

    Outcome byNumber(String factory, String number, String pin, From from) {
        String code = code(factory);
        String own = number.strip();
        return bySecret(numbered(code, own), pin, from, "select a.id, a.secret_hash" + MEMBER, code, own);
    }

    Outcome byPassword(String login, String password, From from) {
        String name = login(login);
        return bySecret("p:" + name, password, from, "select a.id, a.secret_hash" + ACCOUNT, name);
    }

    /** Somebody who has signed in already and is asked once more. */
    Outcome again(UUID account, String secret, From from) {
        return bySecret(
                "a:" + account,
                secret,
                from,
                "select id, secret_hash from account where id = cast(?1 as uuid)",
                account.toString());
    }

    /** The second step of somebody whose first one was right; {@code fits} is asked when there were not too many wrong codes before. */
    Outcome bySecondStep(UUID account, From from, BooleanSupplier fits) {
        return decide(
                "t:" + account,
                from,
                "select id, secret_hash from account where id = cast(?1 as uuid)",
                new String[] {account.toString()},
                k -> fits.getAsBoolean());
    }

    /**
     * Somebody whom a passkey tells; {@code fits} is asked when there were not too many wrong ones before.
     *
     * @param credential the passkey's id in hexadecimal
     */
    Outcome byPasskey(String credential, From from, BooleanSupplier fits) {
        return decide(
                "k:" + credential,
                from,
                "select a.id, p.id" + PASSKEY,
                new String[] {credential},
                k -> k.account().isPresent() && fits.getAsBoolean());
    }

    Outcome byNumberAndStartCode(String factory, String number, String startCode, From from) {
        String code = code(factory);
        String own = number.strip();
        return byCode(numbered(code, own), startCode, from, "select a.id, s.code_hash" + MEMBER, code, own);
    }

    Outcome byLoginAndStartCode(String login, String startCode, From from) {
        String name = login(login);
        return byCode("p:" + name, startCode, from, "select a.id, s.code_hash" + ACCOUNT, name);
    }

    private static String code(String factory) {
        return factory.strip().toUpperCase(Locale.ROOT);
    }

    private static String login(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static String numbered(String code, String number) {
        return "n:" + code + "/" + number;
    }

    private Outcome bySecret(String who, String secret, From from, String query, String... values) {
        return decide(
                who,
                from,
                query,
                values,
                k -> passwords.matches(secret, k.stored().map(String.class::cast)));
    }

    private Outcome byCode(String who, String code, From from, String query, String... values) {
        return decide(
                who,
                from,
                query,
                values,
                k -> StartCodes.matches(k.account(), code, k.stored().map(byte[].class::cast)));
    }

    private Outcome decide(String who, From from, String query, String[] values, Predicate<Knock> fits) {
        Optional<Knock> knock = QuarkusTransaction.requiringNew().call(() -> knock(who, from, query, values));
        if (knock.isEmpty()) {
            LOG.warnf("sign-in not looked at: too many wrong guesses, from %s", from.address());
            return new Outcome.Later();
        }
        String account = knock.get().account().map(UUID::toString).orElse("nobody");
        if (!fits.test(knock.get())) {
            LOG.infof("sign-in refused: %s, from %s", account, from.address());
            return new Outcome.Refused();
        }
        LOG.infof("secret fits: %s, from %s", account, from.address());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from sign_in_failure where id = ?1")
                        .setParameter(1, knock.get().guess())
                        .executeUpdate());
        return new Outcome.Welcome(knock.get().account().orElseThrow());
    }

    /** Writes the guess down, unless there have been too many. */
    private Optional<Knock> knock(String who, From from, String query, String... values) {
        Instant now = clock.instant();
        Instant since = now.minus(settings.signIn().window());
        // what a clock wrote down that was ahead for a while must lock nobody out until then
        Instant until = now.plus(settings.signIn().window());
        byte[] whoHash = Tokens.hash(who);
        Optional<byte[]> device = from.device().map(Tokens::hash);
        var find = entities.createNativeQuery(query, Object[].class);
        for (int i = 0; i < values.length; i++) {
            find.setParameter(i + 1, values[i]);
        }
        List<?> rows = find.getResultList();
        Optional<Object[]> row = rows.isEmpty() ? Optional.empty() : Optional.of((Object[]) rows.get(0));
        @Nullable UUID account = row.map(r -> (UUID) r[0]).orElse(null);
        boolean known = device.isPresent() && account != null && knows(device.get(), account);
        long failures = known
                ? count(
                        "who_hash = ?1 and device_hash = ?2 and at > ?3 and at < ?4",
                        whoHash,
                        device.orElseThrow(),
                        since,
                        until)
                : count(
                        "who_hash = ?1 and at > ?2 and at < ?3 and not exists (select from known_device d where d.token_hash = device_hash and d.account_id = cast(?4 as uuid))",
                        whoHash,
                        since,
                        until,
                        String.valueOf(account == null ? NOBODY : account));
        boolean flooded = !known
                && count(
                                "address = ?1 and at > ?2 and at < ?3 and not exists (select from known_device d where d.token_hash = device_hash)",
                                from.address(),
                                since,
                                until)
                        >= settings.signIn().failuresPerAddress();
        if (failures >= settings.signIn().failures() || flooded) {
            return Optional.empty();
        }
        UUID guess = Ids.next();
        entities.createNativeQuery(
                        "insert into sign_in_failure (id, who_hash, device_hash, address, at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, guess)
                .setParameter(2, whoHash)
                .setParameter(3, device.orElse(new byte[0]))
                .setParameter(4, from.address())
                .setParameter(5, now)
                .executeUpdate();
        return Optional.of(new Knock(guess, Optional.ofNullable(account), row.map(r -> r[1])));
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
