package auditorium.improvement;

import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The findings of the current client. */
@ApplicationScoped
public class Findings implements PanacheRepositoryBase<Finding, UUID> {

    private final EntityManager entities;
    private final Ledger ledger;

    Findings(EntityManager entities, Ledger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /** A requirement that is not met; {@code response} is the one that says so, if a response does. */
    public record Gap(
            UUID client,
            UUID department,
            Requirement requirement,
            Severity grade,
            @Nullable UUID response,
            String fact,
            UUID seenBy,
            String seenByName,
            Instant at) {}

    public Optional<Finding> openOn(UUID department, String requirement) {
        return find(
                        "department = ?1 and requirement = ?2 and closedAt is null order by openedAt",
                        department,
                        requirement)
                .firstResultOptional();
    }

    /** The open finding on that requirement in that department: the one there is, or a new one. */
    public Finding open(Gap gap) {
        return open(gap, Finding.Origin.RESPONSE);
    }

    /** The same, brought to light by something else than a response. Two who ask at once get one finding: see the lock. */
    public Finding open(Gap gap, Finding.Origin origin) {
        Optional<Finding> known = openOn(gap.department(), gap.requirement().id());
        if (known.isPresent()) {
            return known.get();
        }
        int number = nextNumber(gap.client());
        return openOn(gap.department(), gap.requirement().id()).orElseGet(() -> {
            Finding finding = new Finding(
                    Ids.next(),
                    number,
                    gap.department(),
                    gap.requirement().id(),
                    gap.grade(),
                    origin,
                    gap.response(),
                    gap.fact(),
                    gap.seenBy(),
                    gap.seenByName(),
                    gap.at());
            persist(finding);
            ledger.append(ImprovementWitnesses.FINDING, finding.id());
            return finding;
        });
    }

    /** Numbers run without gaps in each client; the row lock makes two openers wait for each other. */
    private int nextNumber(UUID client) {
        entities.createNativeQuery("select 1 from client where id = ?1 for no key update")
                .setParameter(1, client)
                .getSingleResult();
        return ((Number) entities.createQuery("select coalesce(max(number), 0) + 1 from Finding")
                        .getSingleResult())
                .intValue();
    }
}
