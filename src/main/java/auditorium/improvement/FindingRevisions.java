package auditorium.improvement;

import auditorium.platform.Ids;
import auditorium.records.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the findings of the current client were understood over time. */
@ApplicationScoped
class FindingRevisions implements PanacheRepositoryBase<FindingRevision, UUID> {

    private final Ledger ledger;

    FindingRevisions(Ledger ledger) {
        this.ledger = ledger;
    }

    List<FindingRevision> of(UUID finding) {
        return list("finding = ?1 order by madeAt, id", finding);
    }

    Optional<FindingRevision> latest(UUID finding) {
        return find("finding = ?1 order by madeAt desc, id desc", finding).firstResultOptional();
    }

    /** What is understood now: the latest revision, or the finding as it was opened. */
    FindingRevision.Words now(Finding finding) {
        return latest(finding.id()).map(FindingRevision::words).orElseGet(() -> asOpened(finding));
    }

    static FindingRevision.Words asOpened(Finding finding) {
        return new FindingRevision.Words(finding.grade(), finding.fact(), "", List.of(), null, "");
    }

    /** Understands the finding anew. Before the first time what it was opened with is kept as a revision too. Sent twice is once. */
    void add(UUID id, Finding finding, FindingRevision.Words words, FindingSteps.By by) {
        if (findByIdOptional(id).isPresent()) {
            return;
        }
        if (latest(finding.id()).isEmpty()) {
            keep(
                    Ids.next(),
                    finding,
                    asOpened(finding),
                    new FindingSteps.By(finding.openedBy(), finding.openedByName(), finding.openedAt()));
        }
        keep(id, finding, words, by);
        finding.revise(words.grade(), words.fact());
        ledger.append(ImprovementWitnesses.FINDING, finding.id());
    }

    private void keep(UUID id, Finding finding, FindingRevision.Words words, FindingSteps.By by) {
        persist(new FindingRevision(id, finding.id(), words, by));
        ledger.append(ImprovementWitnesses.FINDING_REVISION, id);
    }
}
