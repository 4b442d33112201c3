package auditorium.training;

import auditorium.platform.Text;
import auditorium.training.domain.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The certificates of one client as pages show them. */
@ApplicationScoped
public class CertificateReport {

    private static final String CERTIFICATE = """
            select c.id, c.number, cl.code, cast(c.issued_on as text), cast(c.valid_until as text), c.course, c.course_zh, c.course_en,
                   p.id as person, p.name, p.number as person_number, p.department_id, d.name_zh, d.name_en, c.superseded_by,
                   c.revoked_at, c.revoked_by_name, c.revocation_reason, c.lessons, c.secret, cl.name_zh as factory_zh, cl.name_en as factory_en
              from certificate c
              join client cl on cl.id = c.client_id
              join person p on p.client_id = c.client_id and p.id = c.person_id
              join department d on d.client_id = p.client_id and d.id = p.department_id
             where c.client_id = :client""";

    private final EntityManager entities;

    CertificateReport(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A certificate, with the person as they are called today. {@code token} is what the public address ends with; {@code lessons} is
     * JSON.
     */
    public record Certificate(
            UUID id,
            String number,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            String course,
            Text title,
            UUID person,
            String name,
            String personNumber,
            UUID department,
            Text departmentName,
            Optional<UUID> supersededBy,
            Optional<Instant> revokedAt,
            String revokedBy,
            String reason,
            String lessons,
            String token,
            Text factory) {

        /** How it stands on that day. */
        public Validity on(LocalDate today) {
            return Validity.of(revokedAt.isPresent(), supersededBy.isPresent(), validUntil, today);
        }
    }

    /**
     * The newest first.
     *
     * @param department only its people
     * @param search a part of a name or number of a person, or of a course's name; empty for all
     */
    List<Certificate> list(UUID client, Optional<UUID> department, String search, int most) {
        StringBuilder sql = new StringBuilder(CERTIFICATE);
        department.ifPresent(d -> sql.append(" and p.department_id = :department"));
        if (!search.isEmpty()) {
            sql.append(
                    " and (strpos(lower(p.name), :search) > 0 or strpos(lower(p.number), :search) > 0 or strpos(lower(c.course_zh || ' ' || c.course_en), :search) > 0)");
        }
        var query = entities.unwrap(Session.class)
                .createNativeQuery(sql.append(" order by c.number desc").toString(), Object[].class)
                .setParameter("client", client);
        department.ifPresent(d -> query.setParameter("department", d));
        if (!search.isEmpty()) {
            query.setParameter("search", search.toLowerCase(Locale.ROOT));
        }
        return query.setMaxResults(most).getResultList().stream()
                .map(r -> certificate(client, r))
                .toList();
    }

    /** Those of one person, the newest first. */
    public List<Certificate> of(UUID client, UUID person) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(CERTIFICATE + " and c.person_id = :person order by c.number desc", Object[].class)
                .setParameter("client", client)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(r -> certificate(client, r))
                .toList();
    }

    Optional<Certificate> find(UUID client, UUID id) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(CERTIFICATE + " and c.id = :id", Object[].class)
                .setParameter("client", client)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(r -> certificate(client, r))
                .findFirst();
    }

    /** By the secret half of its public address. */
    Optional<Certificate> find(UUID client, byte[] secret) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(CERTIFICATE + " and c.secret = :secret", Object[].class)
                .setParameter("client", client)
                .setParameter("secret", secret)
                .getResultList()
                .stream()
                .map(r -> certificate(client, r))
                .findFirst();
    }

    private static Certificate certificate(UUID client, @Nullable Object[] r) {
        LocalDate issued = LocalDate.parse(text(r[3]));
        return new Certificate(
                (UUID) Objects.requireNonNull(r[0]),
                String.format(
                        Locale.ROOT,
                        "%s-%d-%05d",
                        text(r[2]),
                        issued.getYear(),
                        ((Number) Objects.requireNonNull(r[1])).intValue()),
                issued,
                Optional.ofNullable((String) r[4]).map(LocalDate::parse),
                text(r[5]),
                new Text(text(r[6]), text(r[7])),
                (UUID) Objects.requireNonNull(r[8]),
                text(r[9]),
                text(r[10]),
                (UUID) Objects.requireNonNull(r[11]),
                new Text(text(r[12]), text(r[13])),
                Optional.ofNullable((UUID) r[14]),
                Optional.ofNullable((Instant) r[15]),
                text(r[16]),
                text(r[17]),
                text(r[18]),
                token(client, (byte[]) Objects.requireNonNull(r[19])),
                new Text(text(r[20]), text(r[21])));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The client and 128 random bits, so that nothing has to be looked up across clients. */
    private static String token(UUID client, byte[] secret) {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        bytes.putLong(client.getMostSignificantBits())
                .putLong(client.getLeastSignificantBits())
                .put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
