package auditorium.evidence;

import auditorium.files.KeptFile;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads evidence. Lists show current pieces only: what was revised is found from its newer revision. */
@ApplicationScoped
public class EvidenceReport {

    /**
     * A piece in a list.
     *
     * @param department empty for the whole factory
     * @param until the last day on which it holds, empty when for good
     * @param accepted what was said last by somebody who checked it, empty when nobody has
     * @param proves keys of requirements
     */
    public record Row(
            UUID id,
            String title,
            String sort,
            Optional<Text> department,
            LocalDate madeOn,
            Optional<LocalDate> until,
            int revision,
            boolean picture,
            Optional<Boolean> accepted,
            List<String> proves) {}

    /** A piece of evidence as its own page needs it. */
    record Piece(
            UUID id,
            Optional<UUID> department,
            Optional<Text> departmentName,
            String sort,
            String title,
            Optional<LocalDate> coversFrom,
            Optional<LocalDate> coversTo,
            LocalDate madeOn,
            Optional<LocalDate> expiresOn,
            String original,
            String historicNote,
            Optional<UUID> revises,
            int revision,
            Optional<UUID> revisedBy,
            KeptFile file,
            UUID filedBy,
            String filedByName,
            Instant filedAt,
            Instant receivedAt) {}

    /** A requirement that a piece proves. */
    record Proved(String requirement, String kind, Optional<LocalDate> until) {}

    /** A look at a piece. */
    record Look(boolean accepted, String note, String byName, Instant at) {}

    /** The piece that holds longest for a kind of evidence; {@code department} is empty for the whole factory. */
    public record Standing(
            Optional<UUID> department, String requirement, String kind, UUID evidence, Optional<LocalDate> until) {}

    private static final String ROWS = """
            select e.id, e.title, e.sort, d.name_zh, d.name_en, e.made_on,
                   coalesce((select min(r.until_on) from evidence_requirement r
                              where r.client_id = e.client_id and r.evidence_id = e.id), e.expires_on) as until_on,
                   e.revision, e.media_type,
                   (select c.accepted from evidence_check c where c.client_id = e.client_id and c.evidence_id = e.id
                     order by c.made_at desc, c.id desc limit 1) as accepted,
                   (select string_agg(distinct r.requirement, ' ' order by r.requirement) from evidence_requirement r
                     where r.client_id = e.client_id and r.evidence_id = e.id) as proves
              from evidence e left join department d on d.client_id = e.client_id and d.id = e.department_id
             where e.client_id = :client and (cast(:reach as uuid) is null or e.department_id is null or e.department_id = cast(:reach as uuid))
            """;

    private static final String CURRENT =
            " and not exists (select 1 from evidence n where n.client_id = e.client_id and n.revises = e.id)";

    private final EntityManager entities;

    EvidenceReport(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest current pieces within reach; {@code requirement} narrows them to those that prove it, unless it is blank. */
    List<Row> newest(UUID client, Optional<UUID> reach, String requirement, int from, int most) {
        return rows(entities.createNativeQuery(ROWS + CURRENT + """

                         and (:requirement = '' or exists (select 1 from evidence_requirement r where r.client_id = e.client_id
                               and r.evidence_id = e.id and r.requirement = :requirement))
                         order by e.filed_at desc, e.id desc""", Object[].class)
                .setParameter("client", client)
                .setParameter("reach", text(reach))
                .setParameter("requirement", requirement)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList());
    }

    /** Current pieces for one requirement in one department: its own and those of the whole factory, the newest first. */
    public List<Row> proving(UUID client, UUID department, String requirement, int most) {
        return newest(client, Optional.of(department), requirement, 0, most);
    }

    /** Pieces that hold until {@code last} at most while nothing of their kind holds longer: the first to end first. */
    public List<Row> toRenew(UUID client, Optional<UUID> reach, LocalDate last, int most) {
        return rows(entities.createNativeQuery(ROWS + """

                         and e.id in (select s.evidence_id from evidence_standing s
                                       where s.client_id = :client and s.until_on <= :last and not exists (
                                         select 1 from evidence_standing w where w.client_id = s.client_id and w.department_id is null
                                            and w.requirement = s.requirement and w.kind = s.kind
                                            and coalesce(w.until_on, 'infinity') > cast(:last as date)))
                         order by until_on, e.id""", Object[].class)
                .setParameter("client", client)
                .setParameter("reach", text(reach))
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList());
    }

    /** How many pieces {@link #toRenew} would answer: for the page of the day, in one small statement. */
    public long countToRenew(UUID client, Optional<UUID> reach, LocalDate last) {
        return ((Number) entities.createNativeQuery("""
                        select count(distinct s.evidence_id) from evidence_standing s
                         where s.client_id = :client and s.until_on <= :last
                           and (cast(:reach as uuid) is null or s.department_id is null or s.department_id = cast(:reach as uuid))
                           and not exists (select 1 from evidence_standing w where w.client_id = s.client_id and w.department_id is null
                                and w.requirement = s.requirement and w.kind = s.kind
                                and coalesce(w.until_on, 'infinity') > cast(:last as date))""")
                        .setParameter("client", client)
                        .setParameter("reach", text(reach))
                        .setParameter("last", last)
                        .getSingleResult())
                .longValue();
    }

    /** What holds longest for each kind of evidence. */
    public List<Standing> standing(UUID client, Optional<UUID> reach) {
        List<Standing> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select department_id, requirement, kind, evidence_id, until_on from evidence_standing
                         where client_id = :client
                           and (cast(:reach as uuid) is null or department_id is null or department_id = cast(:reach as uuid))""", Object[].class)
                .setParameter("client", client)
                .setParameter("reach", text(reach))
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Standing(
                    Optional.ofNullable((UUID) r[0]), (String) r[1], (String) r[2], (UUID) r[3], date(r[4])));
        }
        return all;
    }

    /** The piece, whether or not it is current. Who may see it is for the caller to say. */
    Optional<Piece> piece(UUID client, UUID id) {
        for (Object row : entities.createNativeQuery("""
                        select e.id, e.department_id, d.name_zh, d.name_en, e.sort, e.title, e.covers_from, e.covers_to, e.made_on, e.expires_on,
                               e.original, e.historic_note, e.revises, e.revision, n.id as newer, e.sha256, e.media_type, e.name, e.size, e.filed_by,
                               e.filed_by_name, e.filed_at, e.received_at
                          from evidence e
                          left join department d on d.client_id = e.client_id and d.id = e.department_id
                          left join evidence n on n.client_id = e.client_id and n.revises = e.id
                         where e.client_id = ?1 and e.id = ?2""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList()) {
            Object[] r = (Object[]) row;
            return Optional.of(new Piece(
                    (UUID) r[0],
                    Optional.ofNullable((UUID) r[1]),
                    name(r[2], r[3]),
                    (String) r[4],
                    (String) r[5],
                    date(r[6]),
                    date(r[7]),
                    date(r[8]).orElseThrow(),
                    date(r[9]),
                    (String) r[10],
                    (String) r[11],
                    Optional.ofNullable((UUID) r[12]),
                    ((Number) r[13]).intValue(),
                    Optional.ofNullable((UUID) r[14]),
                    new KeptFile((byte[]) r[15], (String) r[16], (String) r[17], ((Number) r[18]).intValue()),
                    (UUID) r[19],
                    (String) r[20],
                    (Instant) r[21],
                    (Instant) r[22]));
        }
        return Optional.empty();
    }

    List<Proved> proves(UUID client, UUID evidence) {
        List<Proved> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select requirement, kind, until_on from evidence_requirement
                         where client_id = ?1 and evidence_id = ?2 order by requirement, kind""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, evidence)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Proved((String) r[0], (String) r[1], date(r[2])));
        }
        return all;
    }

    /** The newest first. */
    List<Look> looks(UUID client, UUID evidence) {
        List<Look> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select accepted, note, made_by_name, made_at from evidence_check
                         where client_id = ?1 and evidence_id = ?2 order by made_at desc, id desc""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, evidence)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Look((Boolean) r[0], (String) r[1], (String) r[2], (Instant) r[3]));
        }
        return all;
    }

    private static List<Row> rows(List<?> found) {
        List<Row> rows = new ArrayList<>();
        for (Object row : found) {
            Object[] r = (Object[]) row;
            String proves = (String) r[10];
            rows.add(new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    name(r[3], r[4]),
                    date(r[5]).orElseThrow(),
                    date(r[6]),
                    ((Number) r[7]).intValue(),
                    ((String) r[8]).startsWith("image/"),
                    Optional.ofNullable((Boolean) r[9]),
                    proves == null ? List.of() : Arrays.asList(proves.split(" "))));
        }
        return rows;
    }

    private static Optional<Text> name(@Nullable Object zh, @Nullable Object en) {
        return zh == null || en == null ? Optional.empty() : Optional.of(new Text((String) zh, (String) en));
    }

    private static Optional<LocalDate> date(@Nullable Object value) {
        return value == null
                ? Optional.empty()
                : Optional.of(value instanceof Date d ? d.toLocalDate() : (LocalDate) value);
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
