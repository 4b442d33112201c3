package auditorium.records;

import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Factories of the tests' own, with something to record. */
@ApplicationScoped
class RecordFixture {

    private final EntityManager entities;
    private final ClientScope scope;
    private final Ledger ledger;

    RecordFixture(EntityManager entities, ClientScope scope, Ledger ledger) {
        this.entities = entities;
        this.scope = scope;
        this.ledger = ledger;
    }

    /** A factory with one department and one account. */
    record Factory(UUID client, String code, UUID department, UUID account) {}

    Factory factory() {
        UUID client = Ids.next();
        UUID department = Ids.next();
        UUID account = Ids.next();
        String code = "T" + client.toString().replace("-", "").substring(18).toUpperCase(java.util.Locale.ROOT);
        QuarkusTransaction.requiringNew().run(() -> {
            sql(
                    "insert into client (id, code, name_zh, name_en, created_at) values (?1, ?2, '测试厂', 'Test Factory', now())",
                    client,
                    code);
            sql("insert into account (id, name, secret_hash, created_at) values (?1, '赵敏', 'x', now())", account);
            sql(
                    "insert into content_version (hash, kind, key, body, first_used_at) values ('record-test', 'requirement', 'SR-01', '', now()) on conflict do nothing");
        });
        scope.inside(
                client,
                () -> sql(
                        "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?1, ?2, 'HR', 'HR', '人事', 'HR', 0)",
                        client,
                        department));
        return new Factory(client, code, department, account);
    }

    /** Answers in one transaction each, told to the record. */
    List<UUID> responses(Factory f, int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(scope.inside(f.client(), () -> response(f, "封条号\"登记\"\n缺一页")));
        }
        return made;
    }

    /** An answer in the current transaction, told to the record. */
    UUID response(Factory f, String note) {
        UUID id = unrecorded(f, note);
        ledger.append("response", id);
        return id;
    }

    /** An answer that nobody tells the record. */
    UUID unrecorded(Factory f, String note) {
        UUID id = Ids.next();
        sql(
                "insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at)"
                        + " values (?1, ?2, ?3, 'SR-01', 'record-test', 'CONFORMS', 'SITE', ?4, ?5, '赵敏', ?6, ?6)",
                f.client(),
                id,
                f.department(),
                note,
                f.account(),
                Instant.parse("2026-11-20T03:04:05.123456Z"));
        return id;
    }

    int sql(String text, Object... values) {
        var query = entities.createNativeQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    /** The whole chain of the current client. */
    List<auditorium.records.domain.Link> chain(UUID client) {
        return scope.inside(
                client,
                () -> entities.unwrap(Session.class).doReturningWork(c -> {
                    List<auditorium.records.domain.Link> links = new ArrayList<>();
                    try (var s = c.prepareStatement(
                                    "select client_id, sequence, previous, recorded_at, kind, subject, payload, hash from record_entry order by sequence");
                            var r = s.executeQuery()) {
                        while (r.next()) {
                            links.add(new auditorium.records.domain.Link(
                                    r.getObject(1, UUID.class),
                                    r.getLong(2),
                                    r.getBytes(3),
                                    r.getTimestamp(4).toInstant(),
                                    r.getString(5),
                                    r.getObject(6, UUID.class),
                                    r.getString(7),
                                    r.getBytes(8)));
                        }
                    }
                    return links;
                }));
    }
}
