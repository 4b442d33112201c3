package auditorium.improvement;

import auditorium.records.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to the findings of the current client. */
@ApplicationScoped
class FindingSteps implements PanacheRepositoryBase<FindingStep, UUID> {

    private final Ledger ledger;

    FindingSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Who did it and when. */
    record By(UUID account, String name, Instant at) {}

    void add(UUID id, Finding finding, FindingStep.Kind kind, String note, By by) {
        persist(new FindingStep(id, finding.id(), kind, note, by.account(), by.name(), by.at()));
        ledger.append(ImprovementWitnesses.FINDING_STEP, id);
        ledger.append(ImprovementWitnesses.FINDING, finding.id());
    }

    List<FindingStep> of(UUID finding) {
        return list("finding = ?1 order by madeAt, id", finding);
    }
}
