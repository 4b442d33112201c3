package auditorium.clients;

import auditorium.access.Role;
import auditorium.clients.domain.RosterColumns;
import auditorium.clients.domain.RosterComparison;
import auditorium.clients.domain.RosterComparison.Known;
import auditorium.clients.domain.RosterComparison.Verdict;
import auditorium.clients.domain.RosterField;
import auditorium.clients.domain.RosterLine;
import auditorium.clients.domain.RosterRemark;
import auditorium.platform.Ids;
import auditorium.platform.Pinyin;
import auditorium.platform.tables.Columns;
import auditorium.platform.tables.ColumnsView;
import auditorium.platform.tables.TableFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Lists of people on their way in, and their rows as they were understood. Every method names the client and runs in its transaction. */
@ApplicationScoped
class RosterImports {

    /** Work that has not moved for this long has died with its server. */
    static final long STILL_SECONDS = 30;

    private final EntityManager entities;
    private final Clock clock;

    RosterImports(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    enum State {
        COLUMNS,
        CHECKING,
        CHECKED,
        APPLYING,
        DONE
    }

    /** A list without its bytes. */
    record Import(
            UUID id,
            String fileName,
            boolean workbook,
            int sheet,
            String charset,
            long headingRow,
            Columns<RosterField> columns,
            Optional<LocalDate> joinedByDefault,
            State state,
            String trouble,
            int rowsTotal,
            int rowsDone,
            String choices,
            String result,
            Instant touchedAt,
            boolean held) {

        ColumnsView.Where where() {
            return new ColumnsView.Where(sheet, charset, headingRow);
        }

        boolean working() {
            return state == State.CHECKING || state == State.APPLYING;
        }
    }

    UUID add(UUID client, String fileName, TableFile.Arrival file, UUID by) {
        UUID id = Ids.next();
        entities.createNativeQuery("""
                        insert into roster_import (client_id, id, file_name, workbook, bytes, charset, heading_row, columns, state, rows_total, made_by, made_at, touched_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'COLUMNS', ?9, ?10, ?11, ?11)""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, fileName)
                .setParameter(4, file.workbook())
                .setParameter(5, file.bytes())
                .setParameter(6, file.charset())
                .setParameter(7, file.headings().number())
                .setParameter(
                        8, RosterColumns.recognised(file.headings().texts()).written())
                .setParameter(9, file.below())
                .setParameter(10, by)
                .setParameter(11, clock.instant())
                .executeUpdate();
        return id;
    }

    Optional<Import> find(UUID client, UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select id, file_name, workbook, sheet, charset, heading_row, columns, joined_by_default, state, trouble,
                               rows_total, rows_done, choices, result, touched_at, bytes is not null
                          from roster_import where client_id = ?1 and id = ?2""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(RosterImports::of);
    }

    private static Import of(Object[] r) {
        return new Import(
                (UUID) r[0],
                (String) r[1],
                (Boolean) r[2],
                (Integer) r[3],
                (String) r[4],
                ((Number) r[5]).longValue(),
                RosterColumns.read((String) r[6]),
                Optional.ofNullable((LocalDate) r[7]),
                State.valueOf((String) r[8]),
                (String) r[9],
                (Integer) r[10],
                (Integer) r[11],
                (String) r[12],
                (String) r[13],
                (Instant) r[14],
                (Boolean) r[15]);
    }

    /** The file again; empty when it has been taken or is too old. */
    Optional<byte[]> bytes(UUID client, UUID id) {
        List<?> rows = entities.createNativeQuery(
                        "select bytes from roster_import where client_id = ?1 and id = ?2 and bytes is not null",
                        byte[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    void understand(
            UUID client,
            UUID id,
            ColumnsView.Where where,
            Columns<RosterField> columns,
            Optional<LocalDate> joinedByDefault,
            int total) {
        entities.createNativeQuery("""
                        update roster_import set sheet = ?3, charset = ?4, heading_row = ?5, columns = ?6, joined_by_default = cast(?7 as date),
                               rows_total = ?8, trouble = '' where client_id = ?1 and id = ?2 and state in ('COLUMNS', 'CHECKED')""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, where.sheet())
                .setParameter(4, where.charset())
                .setParameter(5, where.headingRow())
                .setParameter(6, columns.written())
                .setParameter(7, joinedByDefault.map(LocalDate::toString).orElse(null))
                .setParameter(8, total)
                .executeUpdate();
    }

    /** Whether the work may begin: nobody else is at it, or whoever was has stopped moving. */
    boolean begin(UUID client, UUID id, State work, String choices) {
        String from = work == State.CHECKING ? "'COLUMNS', 'CHECKED'" : "'CHECKED'";
        return entities.createNativeQuery(
                                "update roster_import set state = ?3, rows_done = 0, trouble = '', touched_at = ?4, choices = ?5"
                                        + " where client_id = ?1 and id = ?2 and (state in (" + from
                                        + ") or (state = ?3 and touched_at < ?6))")
                        .setParameter(1, client)
                        .setParameter(2, id)
                        .setParameter(3, work.name())
                        .setParameter(4, clock.instant())
                        .setParameter(5, choices)
                        .setParameter(6, clock.instant().minusSeconds(STILL_SECONDS))
                        .executeUpdate()
                == 1;
    }

    void moved(UUID client, UUID id, int done) {
        entities.createNativeQuery(
                        "update roster_import set rows_done = ?3, touched_at = ?4 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, done)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    void end(UUID client, UUID id, State state, String trouble, String result) {
        entities.createNativeQuery("""
                        update roster_import set state = ?3, trouble = ?4, result = ?5, touched_at = ?6,
                               bytes = case when ?3 = 'DONE' then null else bytes end
                         where client_id = ?1 and id = ?2""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, state.name())
                .setParameter(4, trouble)
                .setParameter(5, result)
                .setParameter(6, clock.instant())
                .executeUpdate();
    }

    void remove(UUID client, UUID id) {
        entities.createNativeQuery("delete from roster_import where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Personal data that nobody came back for. */
    int removeOld(UUID client, Instant before) {
        return entities.createNativeQuery("delete from roster_import where client_id = ?1 and made_at < ?2")
                .setParameter(1, client)
                .setParameter(2, before)
                .executeUpdate();
    }

    void clearRows(UUID client, UUID id) {
        entities.createNativeQuery("delete from roster_row where client_id = ?1 and import_id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .executeUpdate();
    }

    void keep(UUID client, UUID id, List<Verdict> verdicts) {
        entities.unwrap(Session.class).doWork(c -> {
            try (PreparedStatement s = c.prepareStatement("""
                    insert into roster_row (client_id, import_id, row, number, name, name_key, name_latin, department, department_key,
                                            job, joined_on, left_on, leads, action, person_id, remarks)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (Verdict verdict : verdicts) {
                    RosterLine line = verdict.line();
                    boolean fresh = verdict.action() == RosterComparison.Action.NEW;
                    boolean renamed = fresh || verdict.action() == RosterComparison.Action.CHANGE;
                    s.setObject(1, client);
                    s.setObject(2, id);
                    s.setLong(3, line.row());
                    s.setString(4, line.number());
                    s.setString(5, line.name());
                    s.setBytes(6, renamed ? Pinyin.key(line.name()) : null);
                    s.setString(7, renamed ? Pinyin.latin(line.name()) : null);
                    s.setString(8, line.department());
                    s.setString(9, RosterLine.key(line.department()));
                    s.setString(10, line.job());
                    date(s, 11, line.joinedOn());
                    date(s, 12, verdict.leftOn());
                    if (line.leads().isPresent()) {
                        s.setBoolean(13, line.leads().get());
                    } else {
                        s.setNull(13, Types.BOOLEAN);
                    }
                    s.setString(14, verdict.action().name());
                    s.setObject(15, verdict.known().map(Known::id).orElseGet(Ids::next));
                    s.setString(16, RosterRemark.written(verdict.remarks()));
                    s.addBatch();
                }
                s.executeBatch();
            }
        });
    }

    private static void date(PreparedStatement s, int at, Optional<LocalDate> date) throws java.sql.SQLException {
        if (date.isPresent()) {
            s.setDate(at, Date.valueOf(date.get()));
        } else {
            s.setNull(at, Types.DATE);
        }
    }

    /** Everybody who ever was on the roster; {@code gives} and {@code by} say whose access the importing person may end. */
    List<Known> known(UUID client, Set<Role> gives, UUID by) {
        List<?> rows = entities.createNativeQuery("""
                        select p.id, p.number, p.name, p.department_id, p.job, p.joined_on, p.left_on, p.leads, m.role, m.account_id
                          from person p
                          left join membership m on m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null
                         where p.client_id = ?1""", Object[].class)
                .setParameter(1, client)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Known(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        r[3].toString(),
                        (String) r[4],
                        (LocalDate) r[5],
                        Optional.ofNullable((LocalDate) r[6]),
                        (Boolean) r[7],
                        r[8] == null || (gives.contains(Role.valueOf((String) r[8])) && !by.equals(r[9]))))
                .toList();
    }

    /** The departments by every name that a list may use: Chinese, English, code, and what was chosen for earlier lists. */
    Map<String, Department> departments(UUID client, List<Department> all) {
        Map<String, Department> byKey = new HashMap<>();
        Map<UUID, Department> byId = new HashMap<>();
        for (Department d : all) {
            byId.put(d.id(), d);
        }
        List<?> aliases = entities.createNativeQuery(
                        "select alias, department_id from department_alias where client_id = ?1", Object[].class)
                .setParameter(1, client)
                .getResultList();
        for (Object row : aliases) {
            Object[] r = (Object[]) row;
            Department d = byId.get((UUID) r[1]);
            if (d != null) {
                byKey.put((String) r[0], d);
            }
        }
        all.forEach(d -> byKey.put(RosterLine.key(d.code()), d));
        all.forEach(d -> byKey.put(RosterLine.key(d.name().en()), d));
        all.forEach(d -> byKey.put(RosterLine.key(d.name().zh()), d));
        return byKey;
    }
}
