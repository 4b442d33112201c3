package auditorium.improvement;

import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The findings of the current client. */
@ApplicationScoped
public class Findings implements PanacheRepositoryBase<Finding, UUID> {

    private final EntityManager entities;
    private final FindingSteps happened;
    private final FindingRevisions revisions;
    private final Comebacks comebacks;
    private final Ledger ledger;

    Findings(
            EntityManager entities,
            FindingSteps happened,
            FindingRevisions revisions,
            Comebacks comebacks,
            Ledger ledger) {
        this.entities = entities;
        this.happened = happened;
        this.revisions = revisions;
        this.comebacks = comebacks;
        this.ledger = ledger;
    }

    /**
     * A requirement that is not met; {@code response} is the one that says so, if a response does. {@code basis} says how it was seen and
     * {@code source} which audit said so, where that is known.
     */
    public record Gap(
            UUID client,
            UUID department,
            Requirement requirement,
            Severity grade,
            @Nullable UUID response,
            String fact,
            UUID seenBy,
            String seenByName,
            Instant at,
            Finding.@Nullable Basis basis,
            String source) {

        public Gap(
                UUID client,
                UUID department,
                Requirement requirement,
                Severity grade,
                @Nullable UUID response,
                String fact,
                UUID seenBy,
                String seenByName,
                Instant at) {
            this(client, department, requirement, grade, response, fact, seenBy, seenByName, at, null, "");
        }
    }

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
        return open(gap.response() == null ? Ids.next() : gap.response(), gap, origin);
    }

    /** {@code id} is the form's: sent twice, it is one. */
    Finding open(UUID id, Gap gap, Finding.Origin origin) {
        Optional<Finding> sent = findByIdOptional(id);
        if (sent.isPresent()) {
            return sent.get();
        }
        Optional<Finding> known = openOn(gap.department(), gap.requirement().id());
        if (known.isPresent()) {
            return again(id, known.get(), gap, origin);
        }
        int number = nextNumber(gap.client());
        Optional<Finding> faster = openOn(gap.department(), gap.requirement().id());
        return faster.map(f -> again(id, f, gap, origin)).orElseGet(() -> {
            Finding finding = new Finding(
                    gap.response() == null ? id : Ids.next(),
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
            finding.rest(gap.basis(), gap.source());
            persist(finding);
            ledger.append(ImprovementWitnesses.FINDING, finding.id());
            return finding;
        });
    }

    /** A finding that is there takes in what was seen anew: it may be worse, and what had been verified goes back to work. */
    private Finding again(UUID id, Finding known, Gap gap, Finding.Origin origin) {
        boolean seenByEyes = origin == Finding.Origin.RESPONSE || origin == Finding.Origin.REAL_AUDIT;
        if (known.response().filter(r -> r.equals(gap.response())).isPresent()
                || happened.findByIdOptional(id).isPresent()) {
            return known; // sent twice
        }
        FindingSteps.By by = new FindingSteps.By(gap.seenBy(), gap.seenByName(), gap.at());
        String note = gap.source().isEmpty() ? gap.fact() : gap.fact() + " (" + gap.source() + ")";
        if (known.state() == Finding.State.VERIFIED
                && known.verifiedAt().filter(v -> gap.at().isAfter(v)).isPresent()) {
            comebacks.all(id, known, FindingStep.Kind.CAME_BACK, note, by);
        } else if (seenByEyes) {
            happened.add(id, known, FindingStep.Kind.SEEN_AGAIN, note, by);
        }
        if (seenByEyes && gap.grade().compareTo(known.grade()) < 0) {
            FindingRevision.Words now = revisions.now(known);
            revisions.add(
                    Ids.next(),
                    known,
                    new FindingRevision.Words(
                            gap.grade(), now.fact(), now.containment(), now.whys(), now.cause(), note),
                    by);
        }
        return known;
    }

    /** How many findings there were before this one on the same requirement in the same department. */
    long earlier(Finding finding) {
        return count(
                "department = ?1 and requirement = ?2 and number < ?3",
                finding.department(),
                finding.requirement(),
                finding.number());
    }

    /** The findings on a requirement, of all departments, the newest first. */
    List<Finding> on(String requirement) {
        return list("requirement = ?1 order by number desc", requirement);
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
