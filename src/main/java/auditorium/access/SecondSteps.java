package auditorium.access;

import auditorium.access.SignIn.From;
import auditorium.access.SignIn.Outcome;
import auditorium.access.domain.Base32;
import auditorium.access.domain.StartCode;
import auditorium.access.domain.Totp;
import auditorium.platform.CurrentLanguage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The second step of signing in: a code of six digits from an app on the person's own phone, a passkey ({@link Passkeys}), or one of ten
 * recovery codes. Each code works once. Wrong codes are counted apart from wrong passwords, per account and device.
 */
@ApplicationScoped
public class SecondSteps {

    /** In SQL, whether the account {@code a} has a second step: an app that has shown a right code, or a passkey. */
    static final String ON =
            "(exists (select from second_step t where t.account_id = a.id and t.confirmed_at is not null) or exists (select from passkey k where k.account_id = a.id))";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECOVERY_CODES = 10;
    /** How long a secret that was shown waits for its first code. */
    private static final Duration UNCONFIRMED = Duration.ofMinutes(30);

    private final EntityManager entities;
    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentLanguage language;
    private final Clock clock;

    SecondSteps(EntityManager entities, SignIn signIn, Sessions sessions, CurrentLanguage language, Clock clock) {
        this.entities = entities;
        this.signIn = signIn;
        this.sessions = sessions;
        this.language = language;
        this.clock = clock;
    }

    /** How an account stands: {@code secret} is there while an app waits for its first code; {@code left} counts recovery codes. */
    record State(boolean app, Optional<byte[]> secret, long left) {
        /** As the person may type it into an app, in groups of four. */
        String written() {
            return secret.map(Base32::of)
                    .map(s -> s.replaceAll("(.{4})(?=.)", "$1 "))
                    .orElse("");
        }
    }

    SecondMessages words() {
        return MessageBundles.get(
                SecondMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** Whether the account has to show more than a password or PIN when it signs in. */
    @Transactional
    boolean on(UUID account) {
        return !entities.createNativeQuery("select 1 from account a where a.id = ?1 and " + ON)
                .setParameter(1, account)
                .getResultList()
                .isEmpty();
    }

    @Transactional
    State state(UUID account) {
        List<?> found = entities.createNativeQuery("""
                        select s.confirmed_at is not null, s.secret, coalesce(s.begun_at > ?2, false),
                               (select count(*) from recovery_code r where r.account_id = a.id and r.used_at is null)
                          from account a left join second_step s on s.account_id = a.id where a.id = ?1""", Object[].class)
                .setParameter(1, account)
                .setParameter(2, clock.instant().minus(UNCONFIRMED))
                .getResultList();
        if (found.isEmpty()) {
            return new State(false, Optional.empty(), 0);
        }
        Object[] r = (Object[]) found.get(0);
        boolean app = (Boolean) r[0];
        return new State(
                app,
                app || !(Boolean) r[2] ? Optional.empty() : Optional.of((byte[]) r[1]),
                ((Number) r[3]).longValue());
    }

    /** A new secret in place of one that was not confirmed; one that is in use stays. */
    @Transactional
    void begin(UUID account) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        entities.createNativeQuery("""
                        insert into second_step (account_id, secret, begun_at) values (?1, ?2, ?3)
                        on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at
                          where second_step.confirmed_at is null""")
                .setParameter(1, account)
                .setParameter(2, secret)
                .setParameter(3, clock.instant())
                .executeUpdate();
    }

    /**
     * Turns the second step on when the first code is right, and ends all other sign-ins: they were made without it. A wrong code
     * counts as it does at the sign-in.
     */
    Outcome confirm(UUID account, String code, String session, From from) {
        if (state(account).secret().isEmpty()) {
            return new Outcome.Refused();
        }
        Outcome outcome = check(account, code, from, false);
        if (outcome instanceof Outcome.Welcome) {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "update second_step set confirmed_at = ?2 where account_id = ?1 and confirmed_at is null")
                            .setParameter(1, account)
                            .setParameter(2, clock.instant())
                            .executeUpdate());
            sessions.closeOthers(account, java.util.HexFormat.of().parseHex(session));
        }
        return outcome;
    }

    /** A code from the app, or a recovery code. */
    Outcome check(UUID account, String code, From from) {
        return check(account, code, from, true);
    }

    /** An app that has not shown its first code yet lets nobody in; recovery codes turn nothing on. */
    private Outcome check(UUID account, String code, From from, boolean inUse) {
        return signIn.bySecondStep(
                account, from, () -> useCode(account, code, inUse) || (inUse && useRecovery(account, code)));
    }

    /** In one statement, so that of two who send the same code one gets in. */
    private boolean useCode(UUID account, String typed, boolean inUse) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entities.createNativeQuery(
                            "select secret, last_step from second_step where account_id = ?1 and (confirmed_at is not null) = ?2",
                            Object[].class)
                    .setParameter(1, account)
                    .setParameter(2, inUse)
                    .getResultList();
            if (found.isEmpty()) {
                return false;
            }
            Object[] r = (Object[]) found.get(0);
            OptionalLong step = Totp.match((byte[]) r[0], typed, clock.instant(), ((Number) r[1]).longValue());
            return step.isPresent()
                    && entities.createNativeQuery(
                                            "update second_step set last_step = ?2 where account_id = ?1 and last_step < ?2")
                                    .setParameter(1, account)
                                    .setParameter(2, step.getAsLong())
                                    .executeUpdate()
                            == 1;
        });
    }

    private boolean useRecovery(UUID account, String typed) {
        return StartCode.plain(typed).length() == StartCode.SIGNS
                && QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery("""
                                                update recovery_code set used_at = ?3
                                                 where account_id = ?1 and code_hash = ?2 and used_at is null""")
                                        .setParameter(1, account)
                                        .setParameter(2, StartCodes.hash(account, typed))
                                        .setParameter(3, clock.instant())
                                        .executeUpdate()
                                == 1);
    }

    /** Ten new recovery codes in place of the old ones. They are shown to whoever asked and kept as hashes only. */
    @Transactional
    List<String> recoveryCodes(UUID account) {
        Instant now = clock.instant();
        entities.createNativeQuery("delete from recovery_code where account_id = ?1")
                .setParameter(1, account)
                .executeUpdate();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = StartCode.written(RANDOM.nextLong());
            codes.add(code);
            entities.createNativeQuery("insert into recovery_code (account_id, code_hash, made_at) values (?1, ?2, ?3)")
                    .setParameter(1, account)
                    .setParameter(2, StartCodes.hash(account, code))
                    .setParameter(3, now)
                    .executeUpdate();
        }
        return codes;
    }

    /** No second step any more, nor anything of it. Whoever calls has made sure that this may be. */
    @Transactional
    public void end(UUID account) {
        for (String table : List.of("second_step", "recovery_code", "passkey", "passkey_challenge")) {
            entities.createNativeQuery("delete from " + table + " where account_id = ?1")
                    .setParameter(1, account)
                    .executeUpdate();
        }
    }
}
