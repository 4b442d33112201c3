package auditorium.lists;

import auditorium.library.content.Severity;
import auditorium.lists.domain.ListColumns;
import auditorium.lists.domain.ListComparison.Change;
import auditorium.lists.domain.ListField;
import auditorium.lists.domain.ListLine;
import auditorium.lists.domain.Wanted;
import auditorium.platform.Ids;
import auditorium.platform.ManyRows;
import auditorium.platform.tables.Columns;
import auditorium.platform.tables.ColumnsView;
import auditorium.platform.tables.TableFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Editions of customers' lists on their way in, with their lines. Every method names the client and runs in its transaction. */
@ApplicationScoped
class Editions {

    /** Work that has not moved for this long has died with its server. */
    static final long STILL_SECONDS = 30;

    private final EntityManager entities;
    private final ManyRows many;
    private final Clock clock;

    Editions(EntityManager entities, ManyRows many, Clock clock) {
        this.entities = entities;
        this.many = many;
        this.clock = clock;
    }

    /** Where an edition stands; only one that was taken can count. */
    enum State {
        COLUMNS,
        READING,
        READ,
        TAKEN,
        UNDONE
    }

    /** An edition without its bytes. */
    record Edition(
            UUID id,
            UUID list,
            String title,
            int number,
            Optional<UUID> before,
            String fileName,
            boolean workbook,
            int sheet,
            String charset,
            long headingRow,
            Columns<ListField> columns,
            State state,
            String trouble,
            int rowsTotal,
            int rowsDone,
            Instant touchedAt,
            boolean held,
            Optional<UUID> current) {

        public int percent() {
            return rowsTotal == 0 ? 0 : Math.min(100, 100 * rowsDone / rowsTotal);
        }

        ColumnsView.Where where() {
            return new ColumnsView.Where(sheet, charset, headingRow);
        }

        boolean counts() {
            return current.equals(Optional.of(id));
        }
    }

    UUID addList(UUID client, String title, UUID by) {
        UUID id = Ids.next();
        entities.createNativeQuery(
                        "insert into buyer_list (client_id, id, title, made_by, made_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, title)
                .setParameter(4, by)
                .setParameter(5, clock.instant())
                .executeUpdate();
        return id;
    }

    UUID add(UUID client, UUID list, ListUpload upload, UUID by) {
        TableFile.Arrival file = upload.file();
        UUID id = Ids.next();
        entities.createNativeQuery("select 1 from buyer_list where client_id = ?1 and id = ?2 for no key update")
                .setParameter(1, client)
                .setParameter(2, list)
                .getSingleResult();
        entities.createNativeQuery("""
                        insert into list_edition (client_id, id, list_id, number, file_name, workbook, bytes, charset, heading_row, columns, state,
                                                  rows_total, made_by, made_at, touched_at)
                        select ?1, ?2, ?3, coalesce(max(number), 0) + 1, ?4, ?5, ?6, ?7, ?8, ?9, 'COLUMNS', ?10, ?11, cast(?12 as timestamptz),
                               cast(?12 as timestamptz)
                          from list_edition where client_id = ?1 and list_id = ?3""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, list)
                .setParameter(4, upload.name())
                .setParameter(5, file.workbook())
                .setParameter(6, file.bytes())
                .setParameter(7, file.charset())
                .setParameter(8, file.headings().number())
                .setParameter(9, ListColumns.recognised(file.headings().texts()).written())
                .setParameter(10, file.below())
                .setParameter(11, by)
                .setParameter(12, clock.instant())
                .executeUpdate();
        return id;
    }

    Optional<Edition> find(UUID client, UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select e.id, e.list_id, b.title, e.number, e.before_id, e.file_name, e.workbook, e.sheet, e.charset, e.heading_row,
                               e.columns, e.state, e.trouble, e.rows_total, e.rows_done, e.touched_at, e.bytes is not null, b.current_id
                          from list_edition e join buyer_list b on b.client_id = e.client_id and b.id = e.list_id
                         where e.client_id = ?1 and e.id = ?2""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(Editions::of);
    }

    private static Edition of(Object[] r) {
        return new Edition(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (Integer) r[3],
                Optional.ofNullable((UUID) r[4]),
                (String) r[5],
                (Boolean) r[6],
                (Integer) r[7],
                (String) r[8],
                ((Number) r[9]).longValue(),
                ListColumns.read((String) r[10]),
                State.valueOf((String) r[11]),
                (String) r[12],
                (Integer) r[13],
                (Integer) r[14],
                (Instant) r[15],
                (Boolean) r[16],
                Optional.ofNullable((UUID) r[17]));
    }

    /** The file again; empty when it has been taken. */
    Optional<byte[]> bytes(UUID client, UUID id) {
        List<?> rows = entities.createNativeQuery(
                        "select bytes from list_edition where client_id = ?1 and id = ?2 and bytes is not null",
                        byte[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    void understand(UUID client, UUID id, ColumnsView.Where where, Columns<ListField> columns, int total) {
        entities.createNativeQuery("""
                        update list_edition set sheet = ?3, charset = ?4, heading_row = ?5, columns = ?6, rows_total = ?7, trouble = ''
                         where client_id = ?1 and id = ?2 and state in ('COLUMNS', 'READ')""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, where.sheet())
                .setParameter(4, where.charset())
                .setParameter(5, where.headingRow())
                .setParameter(6, columns.written())
                .setParameter(7, total)
                .executeUpdate();
    }

    /** Whether the reading may begin: nobody else is at it, or whoever was has stopped moving. */
    boolean begin(UUID client, UUID id) {
        return entities.createNativeQuery("""
                                update list_edition set state = 'READING', rows_done = 0, trouble = '', touched_at = ?3
                                 where client_id = ?1 and id = ?2 and bytes is not null
                                   and (state in ('COLUMNS', 'READ') or (state = 'READING' and touched_at < ?4))""")
                        .setParameter(1, client)
                        .setParameter(2, id)
                        .setParameter(3, clock.instant())
                        .setParameter(4, clock.instant().minusSeconds(STILL_SECONDS))
                        .executeUpdate()
                == 1;
    }

    void moved(UUID client, UUID id, int done) {
        entities.createNativeQuery(
                        "update list_edition set rows_done = ?3, touched_at = ?4 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, done)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    void end(UUID client, UUID id, State state, String trouble) {
        entities.createNativeQuery(
                        "update list_edition set state = ?3, trouble = ?4, touched_at = ?5 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, state.name())
                .setParameter(4, trouble)
                .setParameter(5, clock.instant())
                .executeUpdate();
    }

    /** One that nobody took; a list that has no other goes with it. */
    void remove(UUID client, Edition edition) {
        clear(client, edition.id());
        entities.createNativeQuery("delete from list_edition where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, edition.id())
                .executeUpdate();
        entities.createNativeQuery("""
                        delete from buyer_list b where b.client_id = ?1 and b.id = ?2
                           and not exists (select from list_edition e where e.client_id = ?1 and e.list_id = ?2)""")
                .setParameter(1, client)
                .setParameter(2, edition.list())
                .executeUpdate();
    }

    /** Before an edition is read anew. */
    void clear(UUID client, UUID id) {
        entities.createNativeQuery("delete from line_change where client_id = ?1 and edition_id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .executeUpdate();
        entities.createNativeQuery("delete from list_line where client_id = ?1 and edition_id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** A line with its id and place, and what it resembles. */
    record Placed(UUID id, int position, ListLine line, String suggested) {}

    void keep(UUID client, UUID edition, List<Placed> lines) {
        batch("""
                insert into list_line (client_id, id, edition_id, position, section, reference, zh, en, grade, suggested, wanted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines, (s, placed) -> {
            ListLine line = placed.line();
            s.setObject(1, client);
            s.setObject(2, placed.id());
            s.setObject(3, edition);
            s.setInt(4, placed.position());
            s.setString(5, line.section());
            s.setString(6, line.reference());
            s.setString(7, line.zh());
            s.setString(8, line.en());
            s.setString(9, line.grade().map(Enum::name).orElse(null));
            s.setString(10, placed.suggested());
            s.setString(11, line.wanted().written());
        });
    }

    @FunctionalInterface
    interface Filling<T> {
        void fill(PreparedStatement statement, T value) throws SQLException;
    }

    <T> void batch(String sql, List<T> values, Filling<T> filling) {
        entities.unwrap(Session.class).doWork(c -> {
            try (PreparedStatement s = c.prepareStatement(sql)) {
                for (T value : values) {
                    filling.fill(s, value);
                    s.addBatch();
                }
                s.executeBatch();
            }
        });
    }

    /** All lines in their order. */
    List<Placed> lines(UUID client, UUID edition) {
        List<Placed> lines = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select id, position, section, reference, zh, en, grade, suggested, wanted
                          from list_line where client_id = ?1 and edition_id = ?2 order by position""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .getResultList()) {
            Object[] r = (Object[]) row;
            lines.add(new Placed((UUID) r[0], (Integer) r[1], line(r, 2, (String) r[8]), (String) r[7]));
        }
        return lines;
    }

    /** A line from section, reference, zh, en and grade, which stand in a row from {@code at} on. */
    static ListLine line(Object[] row, int at, String wanted) {
        return new ListLine(
                (String) row[at],
                (String) row[at + 1],
                (String) row[at + 2],
                (String) row[at + 3],
                grade((String) row[at + 4]),
                Wanted.kept(wanted));
    }

    static Optional<Severity> grade(@Nullable String name) {
        return Optional.ofNullable(name).map(Severity::valueOf);
    }

    /** What lines of the edition resemble, as it is kept. */
    Map<UUID, String> suggested(UUID client, UUID edition, Set<UUID> lines) {
        Map<UUID, String> suggested = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select id, suggested from list_line
                         where client_id = ?1 and edition_id = ?2 and cast(id as text) = any (string_to_array(?3, ' '))""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, edition)
                .setParameter(3, lines.stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .getResultList()) {
            Object[] r = (Object[]) row;
            suggested.put((UUID) r[0], (String) r[1]);
        }
        return suggested;
    }

    /** To be called at the end of a transaction in which so many lines came in. */
    void countAnew(int rows) {
        many.came("count_lists_anew", rows);
    }

    /** Which edition of the list counts now. */
    Optional<UUID> current(UUID client, UUID list) {
        return Optional.ofNullable((UUID) entities.createNativeQuery(
                        "select current_id from buyer_list where client_id = ?1 and id = ?2", UUID.class)
                .setParameter(1, client)
                .setParameter(2, list)
                .getSingleResultOrNull());
    }

    /** Keeps what became of each line of {@code before} in the edition. */
    void compared(UUID client, UUID edition, UUID before, List<Change> changes, List<Placed> old, List<Placed> fresh) {
        record Row(
                int number,
                Change change,
                @Nullable UUID old,
                @Nullable UUID fresh) {}
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < changes.size(); n++) {
            Change change = changes.get(n);
            for (int i = 0; i < Math.max(change.before().size(), change.after().size()); i++) {
                rows.add(new Row(n + 1, change, at(old, change.before(), i), at(fresh, change.after(), i)));
            }
        }
        batch("""
                insert into line_change (client_id, id, edition_id, number, kind, percent, old_line, new_line)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", rows, (s, row) -> {
            s.setObject(1, client);
            s.setObject(2, Ids.next());
            s.setObject(3, edition);
            s.setInt(4, row.number());
            s.setString(5, row.change().kind().name());
            s.setInt(6, row.change().percent());
            s.setObject(7, row.old());
            s.setObject(8, row.fresh());
        });
        entities.createNativeQuery("update list_edition set before_id = ?3 where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, edition)
                .setParameter(3, before)
                .executeUpdate();
    }

    /** The one line of a side where that has only one, so that each row is a pair. */
    private static @Nullable UUID at(List<Placed> lines, List<Integer> places, int i) {
        return places.isEmpty()
                ? null
                : lines.get(places.get(Math.min(i, places.size() - 1))).id();
    }
}
