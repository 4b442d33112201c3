package auditorium.evidence.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Optional<LocalDate> maybe(RandomGenerator random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(day(random));
    }

    private static LocalDate day(RandomGenerator random) {
        return TODAY.plusDays(random.nextInt(1200) - 900);
    }

    private static Optional<Period> kind(RandomGenerator random) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Period.ofDays(7 * (1 + random.nextInt(150))));
    }

    @Test
    void whatIsMadeAfterItsTimeIsProofOfThePastAndNeverHoldsLongerForIt() {
        Cases.forAll(r -> r, random -> {
            Proof p = new Proof(Optional.empty(), maybe(random), day(random), maybe(random));
            assertEquals(
                    p.coversTo().isPresent() && p.madeOn().isAfter(p.coversTo().get()), p.historic());
            assertFalse(p.basis().isAfter(p.madeOn()), "a late copy does not make a record younger");
            p.coversTo().ifPresent(to -> assertFalse(p.basis().isAfter(to)));
            Proof madeLater = new Proof(p.coversFrom(), p.coversTo(), p.madeOn().plusDays(30), p.expiresOn());
            if (p.historic()) {
                assertEquals(
                        p.until(Optional.of(Period.ofMonths(6))), madeLater.until(Optional.of(Period.ofMonths(6))));
            }
        });
    }

    @Test
    void aPieceHoldsAsLongAsItSaysAndNoLongerThanItsKindDoes() {
        Cases.forAll(r -> r, random -> {
            Proof p = new Proof(Optional.empty(), maybe(random), day(random), maybe(random));
            Optional<Period> kind = kind(random);
            Optional<LocalDate> until = p.until(kind);
            assertEquals(p.expiresOn().isPresent() || kind.isPresent(), until.isPresent());
            until.ifPresent(u -> {
                p.expiresOn().ifPresent(e -> assertFalse(u.isAfter(e)));
                kind.ifPresent(k -> assertFalse(u.isAfter(p.basis().plus(k))));
            });
        });
    }

    @Test
    void validityNeverRisesWhenAPieceEndsEarlierOrTheAuditIsLater() {
        Cases.forAll(r -> r, random -> {
            Optional<LocalDate> until = maybe(random);
            LocalDate audit = TODAY.plusDays(random.nextInt(400) - 30);
            Validity now = Validity.of(until, TODAY, audit);
            LocalDate earlier = until.orElse(audit.plusYears(9)).minusDays(random.nextInt(90));
            assertTrue(Validity.of(Optional.of(earlier), TODAY, audit).compareTo(now) <= 0);
            assertTrue(Validity.of(until, TODAY, audit.plusDays(random.nextInt(90)))
                            .compareTo(now)
                    <= 0);
            assertTrue(Validity.of(until, TODAY.plusDays(1), audit).compareTo(now) <= 0);
        });
    }

    @Test
    void theLastDayCounts() {
        assertEquals(Validity.VALID, Validity.of(Optional.of(TODAY), TODAY, TODAY));
        assertEquals(Validity.EXPIRED, Validity.of(Optional.of(TODAY.minusDays(1)), TODAY, TODAY));
        assertEquals(Validity.ENDS_BEFORE_AUDIT, Validity.of(Optional.of(TODAY), TODAY, TODAY.plusDays(1)));
        assertEquals(
                Validity.VALID, Validity.of(Optional.of(TODAY), TODAY, TODAY.minusDays(5)), "an audit that is over");
    }

    @Test
    void datesThatCantBeRightAreNamed() {
        Proof wrong =
                new Proof(Optional.of(TODAY), Optional.of(TODAY.minusDays(1)), TODAY.plusDays(1), Optional.of(TODAY));
        assertEquals(
                List.of(
                        Proof.Fault.PERIOD_REVERSED,
                        Proof.Fault.MADE_IN_THE_FUTURE,
                        Proof.Fault.ENDS_BEFORE_IT_WAS_MADE),
                wrong.faults(TODAY));
        assertEquals(
                List.of(Proof.Fault.PERIOD_WITHOUT_END),
                new Proof(Optional.of(TODAY), Optional.empty(), TODAY, Optional.empty()).faults(TODAY));
        assertTrue(new Proof(Optional.empty(), Optional.of(TODAY), TODAY, Optional.of(TODAY))
                .faults(TODAY)
                .isEmpty());
    }
}
