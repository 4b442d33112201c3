package auditorium.access;

import auditorium.access.domain.SecretRule;
import auditorium.access.domain.SecretRule.Fault;
import auditorium.platform.CurrentLanguage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The PINs and passwords that people choose for themselves. Hashing happens outside of any transaction. */
@ApplicationScoped
class Secrets {

    private final EntityManager entities;
    private final Passwords passwords;
    private final StartCodes codes;
    private final Sessions sessions;
    private final CurrentLanguage language;
    private final Clock clock;

    Secrets(
            EntityManager entities,
            Passwords passwords,
            StartCodes codes,
            Sessions sessions,
            CurrentLanguage language,
            Clock clock) {
        this.entities = entities;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.language = language;
        this.clock = clock;
    }

    /** The words for what is wrong with a new PIN; empty when it will do. */
    String problemOfPin(String pin, String again, String number) {
        return problem(pin, again, SecretRule.faultOfPin(pin, number));
    }

    /** The words for what is wrong with a new password; empty when it will do. */
    String problemOfPassword(String password, String again, String login) {
        return problem(password, again, SecretRule.faultOfPassword(password, login));
    }

    private String problem(String secret, String again, Optional<Fault> fault) {
        AccessMessages words = words();
        if (fault.isEmpty()) {
            return secret.equals(again) ? "" : words.not_the_same();
        }
        return switch (fault.get()) {
            case PIN_NOT_SIX_DIGITS -> words.pin_not_six();
            case PIN_TOO_EASY -> words.pin_too_easy();
            case PIN_LIKE_NUMBER -> words.pin_like_number();
            case PASSWORD_TOO_SHORT -> words.password_too_short(SecretRule.SHORTEST_PASSWORD);
            case PASSWORD_TOO_LONG -> words.password_too_long();
            case PASSWORD_TOO_EASY -> words.password_too_easy();
            case PASSWORD_HAS_NAME -> words.password_has_name();
        };
    }

    AccessMessages words() {
        return MessageBundles.get(
                AccessMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** The secret in place of a start code; false when somebody else was quicker with it. */
    boolean first(UUID account, String code, String secret) {
        String hash = passwords.hash(secret);
        boolean used = codes.use(account, code, hash);
        if (used) {
            sessions.closeOthers(account, null);
        }
        return used;
    }

    /** A new secret in place of the old one; all sessions but {@code session} end. */
    void change(UUID account, String secret, String session) {
        String hash = passwords.hash(secret);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update account set secret_hash = ?1, secret_set_at = ?2 where id = ?3")
                        .setParameter(1, hash)
                        .setParameter(2, clock.instant())
                        .setParameter(3, account)
                        .executeUpdate());
        sessions.closeOthers(account, HexFormat.of().parseHex(session));
    }
}
