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
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
                   t.account_id is not null as second_step, c.second_step_since is not null as second_step_required,
                   s.shared_device, s.last_seen_at,
                   m.client_id, m.role, m.department_id, m.person_id,
                   c.code, c.name_zh, c.name_en, c.time_zone, c.standard, c.audit_on
              from login_session s
              join account a on a.id = s.account_id and a.suspended_at is null
              left join second_step t on t.account_id = a.id and t.confirmed_at is not null
              left join membership m on m.account_id = a.id and m.ended_at is null and m.suspended_at is null
              left join client c on c.id = m.client_id
             where s.token_hash = ? and s.idle_until > ? and s.expires_at > ?
             order by c.code""";

    private final AgroalDataSource database;
    private final Settings settings;
    private final Clock clock;

    Sessions(AgroalDataSource database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new sign-in; answers its token, which only the person's cookie will know. */
    String open(UUID account, boolean shared) {
        String token = Tokens.next();
        Instant now = clock.instant();
        var limits = settings.sessions();
        update(
                "insert into login_session (token_hash, account_id, shared_device, created_at, last_seen_at, idle_until, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                Tokens.hash(token),
                account,
                shared,
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
        found.filter(f -> f.at().plus(TOUCH).isBefore(now))
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

    private void touch(byte[] hash, boolean shared, Instant now) {
        var limits = settings.sessions();
        update(
                "update login_session set last_seen_at = ?, idle_until = ? where token_hash = ?",
                now,
                now.plus(shared ? limits.sharedIdle() : limits.ownIdle()),
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
