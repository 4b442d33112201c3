package auditorium.access;

import auditorium.platform.Lang;
import auditorium.platform.Settings;
import auditorium.platform.Text;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-ins in a table: revocable at once, ended by idleness and by age, sooner on a shared phone. One statement a page. */
@ApplicationScoped
public class Sessions {

    private static final Duration TOUCH = Duration.ofSeconds(30);
    private static final String FIND = """
            select a.id, a.name, a.language, a.administrator_since is not null as administrator,
                   %s as second_step, c.second_step_since is not null as second_step_required,
                   s.shared_device, s.last_seen_at,
                   m.client_id, m.role, m.department_id, m.person_id,
                   c.code, c.name_zh, c.name_en, c.time_zone, c.standard, c.audit_on
              from login_session s
              join account a on a.id = s.account_id and a.suspended_at is null
              left join membership m on m.account_id = a.id and m.ended_at is null and m.suspended_at is null
              left join client c on c.id = m.client_id
             where s.token_hash = ? and s.idle_until > ? and s.expires_at > ?
             order by c.code""".formatted(SecondSteps.ON);

    private final AgroalDataSource database;
    private final Settings settings;
    private final Clock clock;

    Sessions(AgroalDataSource database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new sign-in on a device of that name; answers its token, which only the person's cookie will know. */
    String open(UUID account, boolean shared, String device) {
        String token = Tokens.next();
        Instant now = clock.instant();
        var limits = settings.sessions();
        update(
                "insert into login_session (token_hash, account_id, shared_device, device, created_at, last_seen_at, idle_until, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Tokens.hash(token),
                account,
                shared,
                device,
                now,
                now,
                now.plus(shared ? limits.sharedIdle() : limits.ownIdle()),
                now.plus(shared ? limits.sharedLongest() : limits.ownLongest()));
        return token;
    }

    /** Whoever holds the token, with everything that decides what they may see. */
    Optional<Reader> find(byte[] hash) {
        Instant now = clock.instant();
        Optional<Seen> found = read(hash, now);
        // only when the connection is back in the pool: whoever holds one and waits for another can wait for ever in a
        // rush
        found.filter(f ->
                        f.at().plus(TOUCH).isBefore(now) || f.at().minus(TOUCH).isAfter(now))
                .ifPresent(f -> touch(hash, f.reader().sharedDevice(), now));
        return found.map(Seen::reader);
    }

    /** A reader, and when the session was last seen in use. */
    private record Seen(Reader reader, Instant at) {}

    private Optional<Seen> read(byte[] hash, Instant now) {
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(FIND)) {
            s.setBytes(1, hash);
            s.setTimestamp(2, Timestamp.from(now));
            s.setTimestamp(3, Timestamp.from(now));
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) {
                    return Optional.empty();
                }
                UUID account = r.getObject("id", UUID.class);
                String name = r.getString("name");
                Lang language = Lang.of(r.getString("language"));
                boolean administrator = r.getBoolean("administrator");
                boolean shared = r.getBoolean("shared_device");
                boolean secondStep = r.getBoolean("second_step");
                boolean required = false;
                Instant seen = r.getTimestamp("last_seen_at").toInstant();
                Map<UUID, Reader.Seat> seats = new LinkedHashMap<>();
                do {
                    UUID client = r.getObject("client_id", UUID.class);
                    if (client != null) {
                        Reader.Seat seat = seat(client, r);
                        seats.put(client, seat);
                        required |= seat.role().sees() && r.getBoolean("second_step_required");
                    }
                } while (r.next());
                Reader reader = new Reader(
                        account,
                        name,
                        language,
                        administrator,
                        shared,
                        HexFormat.of().formatHex(hash),
                        new Reader.SecondStep(secondStep, required),
                        seats);
                return Optional.of(new Seen(reader, seen));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the session can't be read", e);
        }
    }

    private static Reader.Seat seat(UUID client, ResultSet r) throws SQLException {
        return new Reader.Seat(
                client,
                r.getString("code"),
                new Text(r.getString("name_zh"), r.getString("name_en")),
                ZoneId.of(r.getString("time_zone")),
                Optional.ofNullable(r.getString("standard")),
                Optional.ofNullable(r.getDate("audit_on")).map(Date::toLocalDate),
                Role.valueOf(r.getString("role")),
                Optional.ofNullable(r.getObject("department_id", UUID.class)),
                Optional.ofNullable(r.getObject("person_id", UUID.class)));
    }

    /** A session that was opened while the clock was ahead lasts no longer than one that is opened now. */
    private void touch(byte[] hash, boolean shared, Instant now) {
        var limits = settings.sessions();
        update(
                "update login_session set last_seen_at = ?, idle_until = ?, expires_at = least(expires_at, ?) where token_hash = ?",
                now,
                now.plus(shared ? limits.sharedIdle() : limits.ownIdle()),
                now.plus(shared ? limits.sharedLongest() : limits.ownLongest()),
                hash);
    }

    void close(String session) {
        close(HexFormat.of().parseHex(session));
    }

    void close(byte[] hash) {
        update("delete from login_session where token_hash = ?", (Object) hash);
    }

    /** All sign-ins of an account but one, for instance after a change of password. */
    void closeOthers(UUID account, byte @Nullable [] but) {
        update(
                "delete from login_session where account_id = ? and token_hash is distinct from ?",
                account,
                but == null ? new byte[0] : but);
    }

    /** A sign-in as its owner sees it; {@code here}: the one that asks. */
    record Own(UUID id, String device, boolean shared, boolean here, Instant since, Instant seen) {}

    /** Those of an account that can be used now: the one that asks first, then the latest. */
    List<Own> own(UUID account, String asking) {
        Instant now = clock.instant();
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement("""
                        select id, device, shared_device, token_hash = ? as here, created_at, last_seen_at from login_session
                         where account_id = ? and idle_until > ? and expires_at > ? order by here desc, last_seen_at desc, id""")) {
            s.setBytes(1, HexFormat.of().parseHex(asking));
            s.setObject(2, account);
            s.setTimestamp(3, Timestamp.from(now));
            s.setTimestamp(4, Timestamp.from(now));
            List<Own> all = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(new Own(
                            r.getObject("id", UUID.class),
                            r.getString("device"),
                            r.getBoolean("shared_device"),
                            r.getBoolean("here"),
                            r.getTimestamp("created_at").toInstant(),
                            r.getTimestamp("last_seen_at").toInstant()));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("sessions can't be read", e);
        }
    }

    /** Ends one sign-in of the account, or all but the one that asks; what has ended already, or is somebody else's, stays as it is. */
    void closeOwn(UUID account, String asking, Optional<UUID> one) {
        if (one.isPresent()) {
            update("delete from login_session where account_id = ? and id = ?", account, one.get());
        } else {
            closeOthers(account, HexFormat.of().parseHex(asking));
        }
    }

    /** Rows that can't be used any more. */
    int sweep() {
        Instant now = clock.instant();
        return update("delete from login_session where idle_until < ? or expires_at < ?", now, now);
    }

    void speak(UUID account, Lang language) {
        update("update account set language = ? where id = ?", language.code(), account);
    }

    private int update(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                switch (values[i]) {
                    case Instant at -> s.setTimestamp(i + 1, Timestamp.from(at));
                    case LocalDate on -> s.setDate(i + 1, Date.valueOf(on));
                    case byte[] bytes -> s.setBytes(i + 1, bytes);
                    default -> s.setObject(i + 1, values[i]);
                }
            }
            return s.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the session can't be written", e);
        }
    }
}
