package auditorium.training.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One turn of one lesson for one person: it is asked for, it is learned, it holds for a while, and then the next turn begins. A turn
 * that was closed is never opened again; what was achieved stays, whatever the rules say later.
 *
 * @param number 1, 2, 3 …
 * @param again whether the turn before was learned
 * @param revision while open: the least that counts; when closed: what was learned
 * @param prior the last day of the term before
 * @param countsFrom what was learned before this day does not count for this turn
 * @param dueOn empty when it had been learned before anybody asked
 * @param doneOn empty while it is open
 * @param until the last day on which it holds; empty while it is open, or when it never ends
 */
public record Turn(
        int number,
        Cause cause,
        boolean again,
        int revision,
        Optional<LocalDate> prior,
        Optional<LocalDate> countsFrom,
        LocalDate assignedOn,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> doneOn,
        Optional<LocalDate> until) {

    /** How a rule begins for somebody: what was learned last counts, else the lesson is due in so many days. */
    public static Turn first(Optional<Learned> latest, int revision, LocalDate today, int dueDays, Renewal renewal) {
        return latest.map(l -> new Turn(
                        1,
                        Cause.RULE,
                        false,
                        l.revision(),
                        Optional.empty(),
                        Optional.empty(),
                        today,
                        Optional.empty(),
                        Optional.of(l.on()),
                        renewal.until(Optional.empty(), l.on(), l.ownEnd())))
                .orElseGet(() -> new Turn(
                        1,
                        Cause.RULE,
                        false,
                        revision,
                        Optional.empty(),
                        Optional.empty(),
                        today,
                        Optional.of(today.plusDays(dueDays)),
                        Optional.empty(),
                        Optional.empty()));
    }

    public boolean open() {
        return doneOn.isEmpty();
    }

    /** The next turn if the day has come for it, or if the lesson means something else now; empty otherwise. */
    public Optional<Turn> next(LocalDate today, int revisionNow, int dueDays, Renewal renewal) {
        if (open()) {
            return Optional.empty();
        }
        LocalDate later = today.plusDays(dueDays);
        if (revision < revisionNow) {
            LocalDate due =
                    until.filter(u -> !u.isBefore(today) && u.isBefore(later)).orElse(later);
            return Optional.of(opened(Cause.REVISION, revisionNow, Optional.empty(), today, due));
        }
        return until.filter(u -> !renewal.opens(u).isAfter(today)).map(u -> {
            Optional<LocalDate> from =
                    renewal.repeat() == Repeat.COMPLETION ? Optional.empty() : Optional.of(renewal.opens(u));
            return opened(Cause.RENEWAL, revisionNow, from, today, u.isBefore(today) ? later : u);
        });
    }

    private Turn opened(Cause why, int least, Optional<LocalDate> from, LocalDate today, LocalDate due) {
        return new Turn(
                number + 1, why, true, least, until, from, today, Optional.of(due), Optional.empty(), Optional.empty());
    }

    /**
     * The turn after somebody learned the lesson: an open one closes if that counts for it; a closed one may hold longer, never
     * shorter.
     */
    public Turn learned(Learned learned, Renewal renewal) {
        Optional<LocalDate> end = renewal.until(prior, learned.on(), learned.ownEnd());
        if (!open()) {
            boolean longer = renewal.repeat() == Repeat.COMPLETION
                    && until.isPresent()
                    && end.map(e -> e.isAfter(until.get())).orElse(true);
            return longer ? closed(Math.max(revision, learned.revision()), doneOn, end) : this;
        }
        boolean longer = cause != Cause.RENEWAL
                || end.isEmpty()
                || prior.map(p -> end.get().isAfter(p)).orElse(true);
        boolean counts = longer
                && learned.revision() >= revision
                && countsFrom.map(f -> !learned.on().isBefore(f)).orElse(true);
        return counts ? closed(learned.revision(), Optional.of(learned.on()), end) : this;
    }

    private Turn closed(int learnedRevision, Optional<LocalDate> on, Optional<LocalDate> end) {
        return new Turn(number, cause, again, learnedRevision, prior, countsFrom, assignedOn, dueOn, on, end);
    }
}
