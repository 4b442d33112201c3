package auditorium.access;

import auditorium.access.domain.SecretRule;
import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accounts and what they may sign in with. */
@ApplicationScoped
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,59}");

    private final EntityManager entities;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondSteps steps;
    private final Clock clock;

    Accounts(EntityManager entities, Passwords passwords, Sessions sessions, SecondSteps steps, Clock clock) {
        this.entities = entities;
        this.passwords = passwords;
        this.sessions = sessions;
        this.steps = steps;
        this.clock = clock;
    }

    /** What somebody sees of the own account; {@code login} and {@code number} are empty where there is none. */
    public record Own(String name, String login, String factory, String number) {
        public boolean byPin() {
            return login.isEmpty();
        }
    }

    /** An account as an administrator sees it. */
    public record Row(
            UUID id,
            String name,
            String login,
            boolean administrator,
            Member.State state,
            String factories,
            boolean own,
            boolean secondStep) {}

    /** Makes an administrator, or gives one a new password and ends all of their sessions, and with them the second step. */
    @Transactional
    public void administrator(String login, String name, String password) {
        requireGood(password);
        String hash = passwords.hash(password);
        Optional<UUID> known = byLogin(login);
        if (known.isPresent()) {
            entities.createNativeQuery(
                            "update account set secret_hash = ?1, secret_set_at = ?2, administrator_since = coalesce(administrator_since, ?2), suspended_at = null where id = ?3")
                    .setParameter(1, hash)
                    .setParameter(2, clock.instant())
                    .setParameter(3, known.get())
                    .executeUpdate();
            steps.end(known.get());
            sessions.closeOthers(known.get(), null);
        } else {
            makeAdministrator(add(login, name, hash, "zh"));
        }
    }

    /**
     * An account with an already hashed secret, or with none until a start code is used; without a login name its owner signs in with
     * factory code and number.
     */
    @Transactional
    public UUID add(@Nullable String login, String name, @Nullable String hash, String language) {
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

    /** In small letters, as it is kept. */
    public static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean goodLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    public Optional<UUID> byLogin(String login) {
        List<?> found = entities.createNativeQuery("select id from account where lower(login_name) = ?1", UUID.class)
                .setParameter(1, login(login))
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((UUID) found.get(0));
    }

    public Own own(UUID account) {
        List<?> found = entities.createNativeQuery("""
                        select a.name, a.login_name, coalesce(c.code, ''), coalesce(m.number, '')
                          from account a left join membership m on m.account_id = a.id and m.ended_at is null and m.number is not null
                          left join client c on c.id = m.client_id where a.id = ?1 order by c.code limit 1""", Object[].class)
                .setParameter(1, account)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Object[] r = (Object[]) found.get(0);
        return new Own((String) r[0], r[1] == null ? "" : (String) r[1], (String) r[2], (String) r[3]);
    }

    /** From PIN to password or back: the old secret goes, and the sessions with it. */
    UUID changeWay(UUID account, Optional<String> login) {
        int changed = entities.createNativeQuery("""
                        update account set login_name = ?2, secret_hash = null, secret_set_at = null
                         where id = ?1 and login_name is distinct from ?2""")
                .setParameter(1, account)
                .setParameter(2, login.orElse(null))
                .executeUpdate();
        if (changed > 0) {
            sessions.closeOthers(account, null);
        }
        return account;
    }

    /** Accounts with a login name, administrators first. */
    public List<Row> withLogin(UUID reader) {
        List<?> rows = entities.createNativeQuery("""
                        select a.id, a.name, a.login_name, a.administrator_since is not null, a.suspended_at is not null,
                               a.secret_hash is not null, s.account_id is not null,
                               coalesce(string_agg(c.code, ' · ' order by c.code), ''),
                               %s
                          from account a
                          left join start_code s on s.account_id = a.id and s.expires_at > now()
                          left join membership m on m.account_id = a.id and m.ended_at is null
                          left join client c on c.id = m.client_id
                         where a.login_name is not null
                         group by a.id, s.account_id order by a.administrator_since is null, a.login_name""".formatted(SecondSteps.ON), Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Row(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        (Boolean) r[3],
                        (Boolean) r[4]
                                ? Member.State.SUSPENDED
                                : (Boolean) r[5]
                                        ? Member.State.READY
                                        : (Boolean) r[6] ? Member.State.WAITING : Member.State.CLOSED,
                        (String) r[7],
                        r[0].equals(reader),
                        (Boolean) r[8]))
                .toList();
    }

    @Transactional
    public void makeAdministrator(UUID account) {
        update(
                "update account set administrator_since = coalesce(administrator_since, ?2) where id = ?1",
                account,
                clock.instant());
    }

    /** False when nobody would be left to look after the server. */
    @Transactional
    public boolean unmakeAdministrator(UUID account) {
        if (lastAdministrator(account)) {
            return false;
        }
        update("update account set administrator_since = null where id = ?1", account);
        sessions.closeOthers(account, null);
        return true;
    }

    /** In every factory, until {@link #resume}. False when nobody would be left to look after the server. */
    @Transactional
    public boolean suspend(UUID account) {
        if (lastAdministrator(account)) {
            return false;
        }
        update("update account set suspended_at = coalesce(suspended_at, ?2) where id = ?1", account, clock.instant());
        sessions.closeOthers(account, null);
        return true;
    }

    @Transactional
    public void resume(UUID account) {
        update("update account set suspended_at = null where id = ?1", account);
    }

    /** Locks all administrators, so that two of them can't remove each other at the same moment. */
    private boolean lastAdministrator(UUID account) {
        List<?> all = entities.createNativeQuery(
                        "select id from account where administrator_since is not null and suspended_at is null order by id for update",
                        UUID.class)
                .getResultList();
        return all.size() == 1 && all.contains(account);
    }

    private void update(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    /** Throws with words for the person at the console when a password is too easy or too long. */
    public static void requireGood(String password) {
        SecretRule.faultOfPassword(password, "").ifPresent(fault -> {
            throw new IllegalArgumentException(
                    switch (fault) {
                        case PASSWORD_TOO_SHORT ->
                            "the password needs at least " + SecretRule.SHORTEST_PASSWORD + " characters";
                        case PASSWORD_TOO_LONG ->
                            "the password has more than " + SecretRule.LONGEST_PASSWORD_BYTES + " bytes";
                        default -> "the password is too easy to guess";
                    });
        });
    }
}
