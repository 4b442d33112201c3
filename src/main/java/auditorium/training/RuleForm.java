package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a rule: kept as it is until it makes sense. */
public class RuleForm {

    static final int LONGEST_NAME = 100;
    static final int MOST_DAYS = 365;
    static final int MOST_GRACE = 90;

    @FormParam("id")
    @Nullable
    String id;

    @FormParam("name")
    String name = "";

    @FormParam("who")
    String who = Who.EVERYONE.name();

    @FormParam("department")
    List<String> departments = List.of();

    @FormParam("job")
    List<String> jobs = List.of();

    @FormParam("requirements")
    String requirements = "";

    @FormParam("course")
    List<String> courses = List.of();

    @FormParam("lesson")
    List<String> lessons = List.of();

    @FormParam("due")
    String due = "30";

    @FormParam("repeat")
    String repeat = Repeat.COMPLETION.name();

    @FormParam("months")
    String months = "12";

    @FormParam("anchor")
    String anchor = "";

    @FormParam("early")
    String early = "30";

    @FormParam("grace")
    String grace = "0";

    public RuleForm() {}

    /** A form that shows what a rule says. */
    static RuleForm of(RuleTerms terms) {
        RuleForm form = new RuleForm();
        form.name = terms.name();
        form.who = terms.who().name();
        form.departments = terms.departments().stream().map(UUID::toString).toList();
        form.jobs = terms.jobs();
        form.requirements = String.join(" ", terms.requirements());
        form.courses = terms.courses();
        form.lessons = terms.lessons();
        form.due = Integer.toString(terms.dueDays());
        form.repeat = terms.renewal().repeat().name();
        form.months = terms.renewal().months() == 0
                ? "12"
                : Integer.toString(terms.renewal().months());
        form.anchor = terms.renewal().anchor().map(LocalDate::toString).orElse("");
        form.early = Integer.toString(terms.renewal().earlyDays());
        form.grace = Integer.toString(terms.renewal().graceDays());
        return form;
    }

    /** The id that the page made for the new rule: sending the form twice makes one rule. */
    Optional<UUID> newId() {
        return uuid(id == null ? "" : id);
    }

    /**
     * The terms, or what is wrong with them, each problem in the person's words.
     *
     * @param reached the departments that the person may name
     */
    Optional<RuleTerms> terms(
            Catalogue catalogue, Set<UUID> reached, boolean confined, AssignMessages words, Consumer<String> problem) {
        List<String> found = new ArrayList<>();
        String title = name.strip();
        if (title.isEmpty() || title.length() > LONGEST_NAME) {
            found.add(words.bad_name(LONGEST_NAME));
        }
        Who whom = parse(Who.class, who)
                .filter(w -> w != Who.DEPARTMENT || !confined)
                .orElse(null);
        List<UUID> places = departments.stream()
                .flatMap(d -> uuid(d).stream())
                .filter(reached::contains)
                .distinct()
                .toList();
        List<String> works = jobs.stream()
                .map(String::strip)
                .filter(j -> !j.isEmpty())
                .distinct()
                .limit(200)
                .toList();
        List<String> keys = Arrays.stream(requirements.toUpperCase(Locale.ROOT).split("[\\s,，、;；]+", -1))
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList();
        List<String> wholes = courses.stream()
                .filter(c -> catalogue.course(c).isPresent())
                .distinct()
                .toList();
        List<String> singles = lessons.stream()
                .filter(l -> catalogue.lesson(l).isPresent())
                .distinct()
                .toList();
        if (whom == null) {
            found.add(words.bad_who());
        }
        if (whom == Who.DEPARTMENT && places.isEmpty()) {
            found.add(words.bad_departments());
        }
        if (whom == Who.JOB && works.isEmpty()) {
            found.add(words.bad_jobs());
        }
        if (whom == Who.REQUIREMENT) {
            keys.stream()
                    .filter(k -> catalogue.requirement(k).isEmpty())
                    .findFirst()
                    .ifPresent(k -> found.add(words.bad_requirement(k)));
        } else if (wholes.isEmpty() && singles.isEmpty()) {
            found.add(words.bad_what());
        }
        int days = number(due, 0, MOST_DAYS, () -> found.add(words.bad_due(MOST_DAYS)));
        Optional<Renewal> renewal = renewal(words, found);
        found.forEach(problem);
        if (!found.isEmpty() || whom == null || renewal.isEmpty()) {
            return Optional.empty();
        }
        boolean byRequirement = whom == Who.REQUIREMENT;
        return Optional.of(new RuleTerms(
                title,
                whom,
                whom == Who.DEPARTMENT ? places : List.of(),
                whom == Who.JOB ? works : List.of(),
                byRequirement ? keys : List.of(),
                byRequirement ? List.of() : wholes,
                byRequirement ? List.of() : singles,
                days,
                renewal.get()));
    }

    private Optional<Renewal> renewal(AssignMessages words, List<String> found) {
        int before = found.size();
        int late = number(grace, 0, MOST_GRACE, () -> found.add(words.bad_grace(MOST_GRACE)));
        Repeat how = parse(Repeat.class, repeat).orElse(Repeat.ONCE);
        if (how == Repeat.ONCE) {
            return found.size() == before ? Optional.of(Renewal.once(late)) : Optional.empty();
        }
        int term = number(months, 1, Renewal.MOST_MONTHS, () -> found.add(words.bad_months(Renewal.MOST_MONTHS)));
        int longest = Math.max(1, term) * Renewal.SHORTEST_MONTH - 1;
        int window = number(early, 0, longest, () -> found.add(words.bad_early(longest)));
        Optional<LocalDate> date = Optional.empty();
        if (how == Repeat.CALENDAR) {
            date = day(anchor);
            if (date.isEmpty()) {
                found.add(words.bad_anchor());
            }
        }
        return found.size() == before ? Optional.of(new Renewal(how, term, date, window, late)) : Optional.empty();
    }

    private static int number(String typed, int least, int most, Runnable bad) {
        try {
            int value = Integer.parseInt(typed.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        bad.run();
        return least;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() >= 2000 && day.getYear() <= 2100 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(word))
                .findFirst();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
