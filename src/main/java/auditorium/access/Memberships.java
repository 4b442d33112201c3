package auditorium.access;

import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who has a seat in which client factory. Every change asks {@link Rights}, takes effect on the next request, and ends sessions. */
@ApplicationScoped
public class Memberships {

    private static final String FIND = """
            select m.id, m.account_id, m.client_id, a.name, a.login_name, m.number, m.role, m.department_id, m.person_id,
                   m.suspended_at is not null or a.suspended_at is not null, a.secret_hash is not null, s.account_id is not null,
                   a.administrator_since is not null,
                   exists (select from membership o where o.account_id = a.id and o.client_id <> m.client_id and o.ended_at is null)
              from membership m
              join account a on a.id = m.account_id
              left join start_code s on s.account_id = a.id and s.expires_at > now()
             where m.ended_at is null""";

    private final EntityManager entities;
    private final Accounts accounts;
    private final Rights rights;
    private final Sessions sessions;
    private final Clock clock;

    Memberships(EntityManager entities, Accounts accounts, Rights rights, Sessions sessions, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.rights = rights;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A seat to give. Without {@code login} its owner signs in with the factory's code and {@code number}. */
    public record Grant(
            Role role,
            String name,
            Optional<String> login,
            Optional<String> number,
            Optional<UUID> department,
            Optional<UUID> person,
            String language) {}

    public List<Member> managers(UUID client) {
        return members(FIND + " and m.client_id = ?1 and m.role <> 'WORKER' order by m.role desc, a.name", client);
    }

    public List<Member> of(UUID client, Role role) {
        return members(FIND + " and m.client_id = ?1 and m.role = ?2 order by a.name", client, role.name());
    }

    public Optional<Member> ofPerson(UUID client, UUID person) {
        return members(FIND + " and m.client_id = ?1 and m.person_id = ?2", client, person).stream()
                .findFirst();
    }

    /** All seats of one account. */
    public List<Member> ofAccount(UUID account) {
        return members(FIND + " and m.account_id = ?1 order by m.client_id", account);
    }

    /** The seat if it belongs to the client; not found otherwise. */
    public Member get(UUID client, UUID membership) {
        return members(FIND + " and m.client_id = ?1 and m.id = ?2", client, membership).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Gives a seat, or changes the one that the person has: answers the account. A change between PIN and password takes the old secret
     * away. Forbidden when {@code by} may give neither the new role nor the one it replaces.
     */
    @Transactional
    public UUID give(UUID client, Grant grant, Reader by) {
        if (!rights.givenBy(by, client).contains(grant.role())) {
            throw new ForbiddenException();
        }
        Optional<Member> now = grant.person().flatMap(p -> ofPerson(client, p));
        now.ifPresent(m -> {
            boolean newSecret = !m.login().equals(grant.login().orElse(""));
            require(rights.mayChange(by, m) && (!newSecret || rights.mayReset(by, m)));
        });
        UUID account = now.map(Member::account)
                .or(() -> grant.person().flatMap(p -> formerAccount(client, p)))
                .map(a -> accounts.changeWay(a, grant.login()))
                .orElseGet(() -> accounts.add(grant.login().orElse(null), grant.name(), null, grant.language()));
        attach(client, account, grant, by);
        now.ifPresent(m -> sessions.closeOthers(m.account(), null));
        return account;
    }

    /** A seat for somebody who has an account already, for instance a consultant in one more factory. */
    @Transactional
    public void attach(UUID client, UUID account, Grant grant, Reader by) {
        if (!rights.givenBy(by, client).contains(grant.role())) {
            throw new ForbiddenException();
        }
        entities.createNativeQuery("""
                        insert into membership (id, account_id, client_id, role, department_id, person_id, number, given_at, given_by)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict (client_id, account_id) do update
                           set role = excluded.role, department_id = excluded.department_id,
                               person_id = coalesce(excluded.person_id, membership.person_id), number = excluded.number,
                               given_at = excluded.given_at, given_by = excluded.given_by,
                               ended_at = null, ended_by = null, suspended_at = null""")
                .setParameter(1, Ids.next())
                .setParameter(2, account)
                .setParameter(3, client)
                .setParameter(4, grant.role().name())
                .setParameter(5, grant.department().orElse(null))
                .setParameter(6, grant.person().orElse(null))
                .setParameter(7, grant.number().orElse(null))
                .setParameter(8, clock.instant())
                .setParameter(9, by.account())
                .executeUpdate();
    }

    /** A worker who is to sign in with factory code and number. */
    public record Worker(UUID person, String name, String number, UUID department) {}

    /**
     * Gives each of these people a worker's seat, unless they have one: answers their accounts in the same order. In
     * batches, so it goes for a whole factory.
     */
    @Transactional
    public List<UUID> seatWorkers(UUID client, List<Worker> workers, Reader by) {
        if (!rights.givenBy(by, client).contains(Role.WORKER)) {
            throw new ForbiddenException();
        }
        Map<UUID, UUID> accounts = new HashMap<>();
        List<?> rows = entities.createNativeQuery("""
                        select m.person_id, m.account_id from membership m join account a on a.id = m.account_id
                         where m.client_id = ?1 and m.person_id is not null and (m.ended_at is null
                            or (a.administrator_since is null and a.suspended_at is null and a.login_name is null
                                and not exists (select from membership o where o.account_id = a.id and o.ended_at is null)))
                         order by m.ended_at nulls last""", Object[].class)
                .setParameter(1, client)
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(r -> accounts.put((UUID) r[0], (UUID) r[1]));
        Timestamp now = Timestamp.from(clock.instant());
        String language = by.language().code();
        entities.unwrap(Session.class).doWork(c -> {
            try (PreparedStatement account = c.prepareStatement(
                            "insert into account (id, name, language, created_at) values (?, ?, ?, ?)");
                    PreparedStatement seat = c.prepareStatement("""
                            insert into membership (id, account_id, client_id, role, department_id, person_id, number, given_at, given_by)
                            values (?, ?, ?, 'WORKER', ?, ?, ?, ?, ?)
                            on conflict (client_id, account_id) do update
                               set role = excluded.role, department_id = excluded.department_id, number = excluded.number,
                                   given_at = excluded.given_at, given_by = excluded.given_by, ended_at = null, ended_by = null,
                                   suspended_at = null where membership.ended_at is not null""")) {
                for (Worker worker : workers) {
                    @Nullable UUID known = accounts.get(worker.person());
                    UUID id = known == null ? Ids.next() : known;
                    if (known == null) {
                        accounts.put(worker.person(), id);
                        account.setObject(1, id);
                        account.setString(2, worker.name());
                        account.setString(3, language);
                        account.setTimestamp(4, now);
                        account.addBatch();
                    }
                    seat.setObject(1, Ids.next());
                    seat.setObject(2, id);
                    seat.setObject(3, client);
                    seat.setObject(4, worker.department());
                    seat.setObject(5, worker.person());
                    seat.setString(6, worker.number());
                    seat.setTimestamp(7, now);
                    seat.setObject(8, by.account());
                    seat.addBatch();
                }
                account.executeBatch();
                seat.executeBatch();
            }
        });
        return workers.stream()
                .map(w -> Objects.requireNonNull(accounts.get(w.person())))
                .toList();
    }

    /** The account that a person had here before they left, unless it has become something elsewhere. */
    private Optional<UUID> formerAccount(UUID client, UUID person) {
        List<?> found = entities.createNativeQuery("""
                        select m.account_id from membership m join account a on a.id = m.account_id
                         where m.client_id = ?1 and m.person_id = ?2 and m.ended_at is not null
                           and a.administrator_since is null and a.suspended_at is null
                           and not exists (select from membership o where o.account_id = a.id and o.ended_at is null)
                         order by m.ended_at desc""", UUID.class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((UUID) found.get(0));
    }

    /** Says that somebody who signs in without being on the roster is this person of it. */
    @Transactional
    public void identify(Member member, UUID person, UUID department, Reader by) {
        boolean own = by.account().equals(member.account());
        require(member.person().isEmpty()
                && member.role() != Role.CONSULTANT
                && ofPerson(member.client(), person).isEmpty()
                && (own || rights.mayChange(by, member)));
        update(
                "update membership set person_id = ?2, department_id = ?3 where id = ?1",
                member.id(),
                person,
                department);
    }

    @Transactional
    public void suspend(Member member, Reader by) {
        require(rights.mayEnd(by, member));
        update("update membership set suspended_at = ?2 where id = ?1", member.id(), clock.instant());
        sessions.closeOthers(member.account(), null);
    }

    @Transactional
    public void resume(Member member, Reader by) {
        require(rights.mayEnd(by, member));
        update("update membership set suspended_at = null where id = ?1", member.id());
    }

    @Transactional
    public void end(Member member, Reader by) {
        require(rights.mayEnd(by, member));
        update(
                "update membership set ended_at = ?2, ended_by = ?3 where id = ?1",
                member.id(),
                clock.instant(),
                by.account());
        sessions.closeOthers(member.account(), null);
    }

    /** The account follows its person: the name, the number to sign in with, and a worker's department. */
    @Transactional
    public void follow(UUID client, UUID person, String name, String number, UUID department) {
        update("""
                update account set name = ?3 where name <> ?3 and id in
                 (select account_id from membership where client_id = ?1 and person_id = ?2)
                 and not exists (select from membership o where o.account_id = account.id and o.client_id <> ?1 and o.ended_at is null)""", client, person, name);
        update("""
                update membership set number = case when number is null then null else ?3 end,
                       department_id = case when role = 'WORKER' then ?4 else department_id end
                 where client_id = ?1 and person_id = ?2""", client, person, number, department);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }

    private void update(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    private List<Member> members(String sql, Object... values) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(r -> member((Object[]) r)).toList();
    }

    private static Member member(Object[] r) {
        return new Member(
                (UUID) r[0],
                (UUID) r[1],
                (UUID) r[2],
                (String) r[3],
                text(r[4]),
                text(r[5]),
                Role.valueOf((String) r[6]),
                Optional.ofNullable((UUID) r[7]),
                Optional.ofNullable((UUID) r[8]),
                (Boolean) r[9]
                        ? Member.State.SUSPENDED
                        : (Boolean) r[10]
                                ? Member.State.READY
                                : (Boolean) r[11] ? Member.State.WAITING : Member.State.CLOSED,
                (Boolean) r[13],
                (Boolean) r[12]);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }
}
