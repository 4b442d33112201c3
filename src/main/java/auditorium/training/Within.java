package auditorium.training;

import auditorium.clients.Department;
import auditorium.platform.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose training is shown: {@code one} department, or all that the reader answers for. */
record Within(List<Department> reached, Optional<UUID> one) {

    /** The department that was asked for if it is among those reached, else the only one in reach, else all. */
    static Within of(List<Department> reached, @Nullable String asked, Optional<UUID> reach) {
        return new Within(
                reached,
                reached.stream()
                        .map(Department::id)
                        .filter(id -> id.toString().equals(asked))
                        .findFirst()
                        .or(() -> reach));
    }

    /** For a list to choose from. */
    List<RulePages.Choice> choices(TrainMessages m, Lang lang) {
        List<RulePages.Choice> choices = new ArrayList<>();
        if (reached.size() > 1) {
            choices.add(new RulePages.Choice("", m.all_departments(reached.size()), one.isEmpty()));
        }
        reached.forEach(d -> choices.add(
                new RulePages.Choice(d.id().toString(), d.name().in(lang), one.equals(Optional.of(d.id())))));
        return choices;
    }

    /** Empty for one that is not in reach. */
    String name(UUID department, Lang lang) {
        return reached.stream()
                .filter(d -> d.id().equals(department))
                .map(d -> d.name().in(lang))
                .findFirst()
                .orElse("");
    }
}
