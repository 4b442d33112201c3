package auditorium.training;

import auditorium.library.content.DepartmentKind;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** A factory of a test's own, with nine departments and as many people as it needs. */
@ApplicationScoped
public class TrainingFactory {

    private final EntityManager entities;
    private final ClientScope scope;
    private final Clock clock;

    TrainingFactory(EntityManager entities, ClientScope scope, Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.clock = clock;
    }

    /** Client, departments in the order of their kinds, and people, one department after the other. */
    public record Made(UUID client, UUID author, List<UUID> departments, List<UUID> people) {}

    public Made make(int people) {
        UUID client = Ids.next();
        UUID author = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(
                            "insert into client (id, code, name_zh, name_en, created_at) values (?1, ?2, '试验厂', 'Trial Factory', ?3)")
                    .setParameter(1, client)
                    .setParameter(2, "T" + client.toString().substring(24, 36).toUpperCase(java.util.Locale.ROOT))
                    .setParameter(3, clock.instant())
                    .executeUpdate();
            entities.createNativeQuery(
                            "insert into account (id, name, secret_hash, created_at) values (?1, '试验员', '-', ?2)")
                    .setParameter(1, author)
                    .setParameter(2, clock.instant())
                    .executeUpdate();
        });
        List<UUID> departments = new ArrayList<>();
        List<UUID> all = new ArrayList<>();
        scope.inside(
                client,
                () -> entities.unwrap(Session.class).doWork(c -> {
                    try (var s = c.prepareStatement(
                            "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?, ?, ?, ?, ?, ?, ?)")) {
                        for (DepartmentKind kind : DepartmentKind.values()) {
                            UUID id = Ids.next();
                            departments.add(id);
                            s.setObject(1, client);
                            s.setObject(2, id);
                            s.setString(3, kind.name());
                            s.setString(4, kind.name());
                            s.setString(5, kind.title().zh());
                            s.setString(6, kind.title().en());
                            s.setInt(7, departments.size());
                            s.addBatch();
                        }
                        s.executeBatch();
                    }
                    try (var s = c.prepareStatement(
                            "insert into person (client_id, id, department_id, number, name, job, leads, joined_on) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                        for (int i = 0; i < people; i++) {
                            UUID id = Ids.next();
                            all.add(id);
                            s.setObject(1, client);
                            s.setObject(2, id);
                            s.setObject(3, departments.get((int) ((long) i * departments.size() / people)));
                            s.setString(4, "N%05d".formatted(i));
                            s.setString(5, "工人" + i);
                            s.setString(6, i % 3 == 0 ? "操作工" : "包装工");
                            s.setBoolean(7, i % 40 == 0);
                            s.setObject(8, LocalDate.of(2020, 1, 1).plusDays(i % 2000));
                            s.addBatch();
                            if (i % 1000 == 999) {
                                s.executeBatch();
                            }
                        }
                        s.executeBatch();
                    }
                }));
        return new Made(client, author, List.copyOf(departments), List.copyOf(all));
    }
}
