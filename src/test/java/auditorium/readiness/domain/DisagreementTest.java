package auditorium.readiness.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisagreementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final UUID LI = new UUID(0, 1);
    private static final UUID WANG = new UUID(0, 2);

    private static Disagreement.Said said(long id, UUID by, Result result, Optional<UUID> seen, LocalDate walk) {
        return new Disagreement.Said(new UUID(1, id), by, result, Instant.EPOCH.plusSeconds(id), seen, walk);
    }

    @Test
    void twoPeopleWhoDidNotKnowOfEachOtherDisagreeAndOneWhoKnewSettlesIt() {
        Disagreement.Said one = said(1, LI, Result.CONFORMS, Optional.empty(), DAY);
        assertTrue(Disagreement.between(one, said(2, WANG, Result.FAILS, Optional.empty(), DAY)));
        assertFalse(
                Disagreement.between(one, said(2, WANG, Result.FAILS, Optional.of(one.id()), DAY)), "he had seen it");
        assertFalse(Disagreement.between(one, said(2, WANG, Result.CONFORMS, Optional.empty(), DAY)), "they agree");
        assertFalse(
                Disagreement.between(one, said(2, LI, Result.FAILS, Optional.empty(), DAY)), "she changed her mind");
        assertFalse(
                Disagreement.between(one, said(2, WANG, Result.FAILS, Optional.empty(), DAY.plusDays(1))),
                "another walk");
        assertFalse(
                Disagreement.between(one, said(2, WANG, Result.NOT_CHECKED, Optional.empty(), DAY)), "he did not look");
    }
}
