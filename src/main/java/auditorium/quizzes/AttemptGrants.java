package auditorium.quizzes;

import auditorium.access.Reader;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * More time, or another attempt, for one person at one quiz. A grant holds for every attempt from then on, and for the one that is
 * going on; it can be taken back, and both stay in the record with who did it and why.
 */
@ApplicationScoped
class AttemptGrants {

    private final EntityManager entities;
    private final AttemptClocks clocks;
    private final Ledger ledger;

    AttemptGrants(EntityManager entities, AttemptClocks clocks, Ledger ledger) {
        this.entities = entities;
        this.clocks = clocks;
        this.ledger = ledger;
    }

    /** What is granted, of which at least one is more than nothing. */
    record Grant(UUID id, UUID person, String quiz, Duration time, int attempts, String reason) {}

    /** Grants it; the same grant sent again changes nothing. */
    void give(UUID client, Grant grant, Reader by, Instant now) {
        int made = entities.createNativeQuery("""
                        insert into attempt_grant (client_id, id, person_id, quiz, extra_seconds, extra_attempts, reason, granted_by, granted_by_name, granted_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, grant.id())
                .setParameter(3, grant.person())
                .setParameter(4, grant.quiz())
                .setParameter(5, Math.toIntExact(grant.time().toSeconds()))
                .setParameter(6, grant.attempts())
                .setParameter(7, grant.reason())
                .setParameter(8, by.account())
                .setParameter(9, by.name())
                .setParameter(10, now)
                .executeUpdate();
        if (made == 1) {
            ledger.append(QuizWitnesses.GRANT, grant.id());
            clocks.extend(client, grant.person(), grant.quiz(), grant.time());
        }
    }

    /** Whether the person was granted that, taken back or not. */
    boolean has(UUID client, UUID person, UUID grant) {
        return !entities.createNativeQuery(
                        "select 1 from attempt_grant where client_id = ?1 and person_id = ?2 and id = ?3 and withdraws is null")
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, grant)
                .getResultList()
                .isEmpty();
    }

    /** Takes a grant of the person back, once. */
    void withdraw(UUID client, UUID id, UUID person, UUID grant, Reader by, Instant now) {
        for (Object row : entities.createNativeQuery("""
                        with back as (
                          insert into attempt_grant (client_id, id, person_id, quiz, reason, granted_by, granted_by_name, granted_at, withdraws)
                          select client_id, ?2, person_id, quiz, '-', ?5, ?6, ?7, id from attempt_grant
                           where client_id = ?1 and person_id = ?3 and id = ?4 and withdraws is null
                          on conflict do nothing returning quiz)
                        select back.quiz, g.extra_seconds from back join attempt_grant g on g.client_id = ?1 and g.id = ?4""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person)
                .setParameter(4, grant)
                .setParameter(5, by.account())
                .setParameter(6, by.name())
                .setParameter(7, now)
                .getResultList()) {
            Object[] r = (Object[]) row;
            ledger.append(QuizWitnesses.GRANT, id);
            clocks.extend(
                    client,
                    person,
                    (String) r[0],
                    Duration.ofSeconds(((Number) r[1]).longValue()).negated());
        }
    }
}
