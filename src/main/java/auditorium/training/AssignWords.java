package auditorium.training;

import auditorium.clients.Department;
import auditorium.library.Catalogue;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.training.domain.Who;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what a rule asks. */
@RequestScoped
class AssignWords {

    private static final int MOST_NAMED = 4;

    private final CurrentLanguage language;

    AssignWords(CurrentLanguage language) {
        this.language = language;
    }

    Lang lang() {
        return language.lang();
    }

    AssignMessages messages() {
        return MessageBundles.get(
                AssignMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** The words of the matrix, records and the plan. */
    TrainMessages training() {
        return MessageBundles.get(
                TrainMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** The words of reminders, in a language that need not be the request's. */
    static RemindMessages reminding(Lang lang) {
        return MessageBundles.get(RemindMessages.class, Localized.Literal.of(lang.code()));
    }

    String who(RuleTerms terms, Optional<UUID> within, List<Department> departments) {
        AssignMessages m = messages();
        String whom = switch (terms.who()) {
            case EVERYONE -> within.isPresent() ? "" : m.who_everyone();
            case DEPARTMENT -> names(departments, terms.departments());
            case JOB -> list(terms.jobs().stream());
            case JOINER -> m.who_joiner();
            case MOVER -> m.who_mover();
            case REQUIREMENT ->
                terms.requirements().isEmpty()
                        ? m.who_requirement()
                        : m.who_requirements(list(terms.requirements().stream()));
        };
        String place = within.map(w -> names(departments, List.of(w))).orElse("");
        return Stream.of(place, whom).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String names(List<Department> departments, List<UUID> wanted) {
        return list(departments.stream()
                .filter(d -> wanted.contains(d.id()))
                .map(d -> d.name().in(lang())));
    }

    String what(RuleTerms terms, Catalogue catalogue) {
        if (terms.who() == Who.REQUIREMENT) {
            return messages().what_teaches();
        }
        if (terms.lessons().isEmpty()
                && terms.courses().size() == catalogue.courses().size()) {
            return messages().what_all(terms.courses().size());
        }
        return list(Stream.concat(
                terms.courses().stream()
                        .flatMap(c -> catalogue.course(c).stream())
                        .map(c -> c.title().in(lang())),
                terms.lessons().stream()
                        .flatMap(l -> catalogue.lesson(l).stream())
                        .map(l -> l.code() + " " + l.title().in(lang()))));
    }

    String when(RuleTerms terms) {
        AssignMessages m = messages();
        String first = m.when_due(terms.dueDays());
        int months = terms.renewal().months();
        String again = switch (terms.renewal().repeat()) {
            case ONCE -> m.when_once();
            case COMPLETION -> m.when_completion(months);
            case EXPIRY -> m.when_expiry(months);
            case CALENDAR ->
                m.when_calendar(months, terms.renewal().anchor().orElseThrow().toString());
        };
        return first + " · " + again;
    }

    private String list(Stream<String> all) {
        List<String> names = all.toList();
        String shown = names.stream()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(language.lang().comma()));
        return names.size() > MOST_NAMED ? messages().and_more(shown, names.size() - MOST_NAMED) : shown;
    }
}
