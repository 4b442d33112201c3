package auditorium.access;

import auditorium.access.KeyChallenges.Challenge;
import auditorium.access.KeyChallenges.Use;
import auditorium.access.KeyCheck.Checked;
import auditorium.access.KeyCheck.Claim;
import auditorium.access.KeyCheck.Made;
import auditorium.access.KeyCheck.Verdict;
import auditorium.access.SignIn.From;
import auditorium.access.SignIn.Outcome;
import auditorium.access.domain.KeySite;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys that people's own devices keep, as the second step after the password or, when the device makes sure of the person, alone. A
 * passkey signs a challenge of ours together with the address of the page, so nothing that another site collects is of use here.
 */
@ApplicationScoped
class Passkeys {

    /** How many one person may have. */
    static final int MOST = 20;

    private static final Logger LOG = Logger.getLogger(Passkeys.class);

    private final EntityManager entities;
    private final KeyChallenges challenges;
    private final SignIn signIn;
    private final CurrentLanguage language;
    private final Clock clock;

    Passkeys(EntityManager entities, KeyChallenges challenges, SignIn signIn, CurrentLanguage language, Clock clock) {
        this.entities = entities;
        this.challenges = challenges;
        this.signIn = signIn;
        this.language = language;
        this.clock = clock;
    }

    /** A passkey as its owner sees it; days as ISO text, {@code usedOn} empty when it was not used yet. */
    record Key(UUID id, String name, String addedOn, String usedOn, boolean doubted) {}

    /** What a browser needs to ask a device for a signature: all texts in base64url but {@code host} and {@code verification}. */
    record Question(String challenge, String host, String verification, List<String> keys) {}

    /** What a browser needs to have a passkey made. */
    record Making(String challenge, String host, String person, String login, String name, List<String> keys) {}

    /** What came of a new one. */
    enum Added {
        KEPT,
        REFUSED,
        KNOWN
    }

    /** What came of a signature; {@code doubted}: it fits, but a copy of the passkey may exist. */
    record Tried(Outcome outcome, boolean doubted) {}

    /** A passkey of somebody. */
    private record Stored(UUID id, UUID account, Made made, boolean doubted) {}

    PasskeyMessages words() {
        return MessageBundles.get(
                PasskeyMessages.class, Localized.Literal.of(language.lang().code()));
    }

    @Transactional
    List<Key> of(UUID account) {
        List<?> found = entities.createNativeQuery(
                        "select id, name, added_at, used_at, doubted_at is not null from passkey where account_id = ?1 order by added_at, id",
                        Object[].class)
                .setParameter(1, account)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(r -> new Key((UUID) r[0], (String) r[1], day((Instant) r[2]), day((Instant) r[3]), (Boolean) r[4]))
                .toList();
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, clock.getZone()).toString();
    }

    /** Their ids in base64url. */
    private List<String> ids(UUID account) {
        List<?> found = entities.createNativeQuery(
                        "select id, credential_id from passkey where account_id = ?1 order by id", Object[].class)
                .setParameter(1, account)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(r -> KeyCheck.text((byte[]) r[1]))
                .toList();
    }

    /** What to ask the devices of somebody whose password was right, or who is asked once more. */
    @Transactional
    Question ask(Use use, String token, UUID account, KeySite site) {
        return new Question(challenges.make(use, token, account, ""), site.host(), "preferred", ids(account));
    }

    /** What to ask the device of somebody who has not said who they are: it has to make sure of the person. */
    @Transactional
    Question askAnybody(String token, KeySite site) {
        return new Question(challenges.make(Use.ALONE, token, null, ""), site.host(), "required", List.of());
    }

    /** What to ask a device that is to keep a passkey from now on. */
    @Transactional
    Making begin(UUID account, String session, String login, String name, KeySite site) {
        return new Making(
                challenges.make(Use.ADD, session, account, name),
                site.host(),
                KeyCheck.text(handle(account)),
                login,
                name,
                ids(account));
    }

    /** What a device keeps as its owner: the account's id, which says nothing about the person. */
    private static byte[] handle(UUID account) {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    /** The device's answer to {@link #begin}. */
    Added add(UUID account, String session, String answer, KeySite site) {
        Optional<Challenge> challenge =
                challenges.take(Use.ADD, session).filter(c -> c.account().equals(Optional.of(account)));
        Optional<Made> made = challenge.flatMap(c -> KeyCheck.made(answer, site, c.text()));
        if (made.isEmpty()) {
            return Added.REFUSED;
        }
        String name = challenge.map(Challenge::name).orElse("");
        boolean kept = QuarkusTransaction.requiringNew().call(() -> insert(account, made.get(), name) == 1);
        LOG.infof("passkey %s: %s", kept ? "added" : "known already", account);
        return kept ? Added.KEPT : Added.KNOWN;
    }

    private int insert(UUID account, Made made, String name) {
        return entities.createNativeQuery("""
                        insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, name, added_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (credential_id) do nothing""")
                .setParameter(1, Ids.next())
                .setParameter(2, account)
                .setParameter(3, KeyCheck.bytes(made.credential()))
                .setParameter(4, KeyCheck.bytes(made.kept()))
                .setParameter(5, made.count())
                .setParameter(6, made.backupEligible())
                .setParameter(7, name)
                .setParameter(8, clock.instant())
                .executeUpdate();
    }

    /** A signature of somebody who has said who they are. Wrong ones count as wrong codes do. */
    Tried check(Use use, String token, UUID account, String answer, KeySite site, From from) {
        Optional<Challenge> challenge =
                challenges.take(use, token).filter(c -> c.account().equals(Optional.of(account)));
        Optional<Claim> claim = KeyCheck.claim(answer);
        Optional<Stored> stored = claim.flatMap(c -> find(c.credential()))
                .filter(s -> s.account().equals(account))
                .filter(s -> claim.map(Claim::person).orElse("").isEmpty() || ofOwner(claim, s));
        Verdict[] verdict = {Verdict.WRONG};
        Outcome outcome = signIn.bySecondStep(account, from, judging(verdict, answer, site, challenge, stored, false));
        return new Tried(outcome, verdict[0] == Verdict.COUNTED_BACK);
    }

    /** A signature of somebody who says nothing else: the passkey tells who it is, and the device has made sure of the person. */
    Tried checkAlone(String token, String answer, KeySite site, From from) {
        Optional<Challenge> challenge = challenges.take(Use.ALONE, token);
        Optional<Claim> claim = KeyCheck.claim(answer);
        Optional<Stored> stored = claim.flatMap(c -> find(c.credential())).filter(s -> ofOwner(claim, s));
        Verdict[] verdict = {Verdict.WRONG};
        String credential = claim.map(Claim::credential)
                .map(c -> HexFormat.of().formatHex(KeyCheck.bytes(c)))
                .orElse("");
        Outcome outcome = signIn.byPasskey(credential, from, judging(verdict, answer, site, challenge, stored, true));
        return new Tried(outcome, verdict[0] == Verdict.COUNTED_BACK);
    }

    private static boolean ofOwner(Optional<Claim> claim, Stored stored) {
        return claim.map(Claim::person)
                .filter(KeyCheck.text(handle(stored.account()))::equals)
                .isPresent();
    }

    private BooleanSupplier judging(
            Verdict[] verdict,
            String answer,
            KeySite site,
            Optional<Challenge> challenge,
            Optional<Stored> stored,
            boolean verified) {
        return () -> {
            if (challenge.isPresent() && stored.isPresent()) {
                verdict[0] = judge(answer, site, challenge.get(), stored.get(), verified);
            }
            return verdict[0] == Verdict.FITS;
        };
    }

    private Verdict judge(String answer, KeySite site, Challenge challenge, Stored stored, boolean verified) {
        Checked checked = KeyCheck.check(answer, site, challenge.text(), stored.made(), verified);
        if (checked.verdict() == Verdict.WRONG) {
            return Verdict.WRONG;
        }
        if (checked.verdict() == Verdict.FITS && !stored.doubted()) {
            return QuarkusTransaction.requiringNew().call(() -> count(stored.id(), checked.count()))
                    ? Verdict.FITS
                    : Verdict.WRONG;
        }
        LOG.warnf("passkey in doubt, its count went back: %s of %s", stored.id(), stored.account());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update passkey set doubted_at = coalesce(doubted_at, ?2) where id = ?1")
                        .setParameter(1, stored.id())
                        .setParameter(2, clock.instant())
                        .executeUpdate());
        return Verdict.COUNTED_BACK;
    }

    /** In one statement, so that of two answers with the same count one gets in. Devices that don't count say 0 for ever. */
    private boolean count(UUID key, long count) {
        return entities.createNativeQuery("""
                                update passkey set sign_count = ?2, used_at = ?3
                                 where id = ?1 and doubted_at is null and (sign_count < ?2 or (sign_count = 0 and ?2 = 0))""")
                        .setParameter(1, key)
                        .setParameter(2, count)
                        .setParameter(3, clock.instant())
                        .executeUpdate()
                == 1;
    }

    private Optional<Stored> find(String credential) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entities.createNativeQuery("""
                            select id, account_id, credential_id, credential, sign_count, backup_eligible, doubted_at is not null
                              from passkey where credential_id = ?1""", Object[].class)
                    .setParameter(1, KeyCheck.bytes(credential))
                    .getResultList();
            return found.stream()
                    .map(Object[].class::cast)
                    .map(r -> new Stored(
                            (UUID) r[0],
                            (UUID) r[1],
                            new Made(
                                    KeyCheck.text((byte[]) r[2]),
                                    KeyCheck.text((byte[]) r[3]),
                                    ((Number) r[4]).longValue(),
                                    (Boolean) r[5]),
                            (Boolean) r[6]))
                    .findFirst();
        });
    }

    /** Unless it is the only second step: that one is turned off by another form, which asks for more. */
    @Transactional
    void remove(UUID account, UUID key) {
        entities.createNativeQuery("select id from account where id = ?1 for update", UUID.class)
                .setParameter(1, account)
                .getResultList();
        int gone = entities.createNativeQuery("""
                        delete from passkey p where p.id = ?1 and p.account_id = ?2
                           and (exists (select from passkey o where o.account_id = ?2 and o.id <> ?1)
                             or exists (select from second_step t where t.account_id = ?2 and t.confirmed_at is not null))""")
                .setParameter(1, key)
                .setParameter(2, account)
                .executeUpdate();
        LOG.infof("passkeys removed: %d of %s", gone, account);
    }
}
