package auditorium.readiness;

import auditorium.readiness.domain.Change;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands otherwise than it did on a day. Cells of which nothing was kept then are left out rather than guessed. */
record Changes(Spans.Then then, List<Changed> worse, List<Changed> better) {

    /** Where no consultant has been yet, what is looked back upon. */
    private static final int WEEKS_BACK = 4;

    /** A cell that went up or down. */
    record Changed(Readiness.Cell cell, Change change) {
        String before() {
            return change.before().map(State::mark).orElse("na");
        }

        String after() {
            return change.after().map(State::mark).orElse("na");
        }
    }

    /** The heaviest first. */
    static Changes between(Spans.Then then, Readiness now) {
        List<Changed> worse = new ArrayList<>();
        List<Changed> better = new ArrayList<>();
        for (Readiness.Cell cell : now.cells()) {
            then.mark(cell.department().id(), cell.requirement().id()).ifPresent(mark -> {
                Changed changed = new Changed(
                        cell,
                        new Change(State.marked(mark), now.ownStanding(cell).state()));
                if (changed.change().worse()) {
                    worse.add(changed);
                } else if (changed.change().better()) {
                    better.add(changed);
                }
            });
        }
        worse.sort(Comparator.comparing((Changed c) -> c.change().after().orElse(State.READY))
                .thenComparing(c -> c.cell().grade())
                .thenComparing(c -> c.cell().requirement().id()));
        better.sort(Comparator.comparing((Changed c) -> c.change().before().orElse(State.READY))
                .thenComparing(c -> c.cell().grade())
                .thenComparing(c -> c.cell().requirement().id()));
        return new Changes(then, worse, better);
    }

    /** How many requirements went up or down anywhere. */
    int requirements() {
        return (int) Stream.concat(worse.stream(), better.stream())
                .map(c -> c.cell().requirement().id())
                .distinct()
                .count();
    }

    /** The day of the last visit: a consultant's newest answer. Empty when there was none. */
    static Optional<LocalDate> lastVisit(ClientFacts facts) {
        return facts.verified().values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Facts.Answered::on)
                .max(Comparator.naturalOrder());
    }

    /** The day to look back to where none is asked for. */
    static LocalDate since(Optional<LocalDate> lastVisit, LocalDate today) {
        return lastVisit.orElse(today.minusWeeks(WEEKS_BACK));
    }
}
