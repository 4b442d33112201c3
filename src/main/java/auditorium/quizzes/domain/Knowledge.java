package auditorium.quizzes.domain;

import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the people of one kind of department have to know, by requirement and lesson: what the department answers for (and the
 * standard asks, if there is one), as far as lessons meant for the person teach it and can be asked about.
 */
public final class Knowledge {

    private final Catalogue catalogue;
    private final DepartmentKind kind;
    private final Optional<Standard> standard;
    private final boolean leads;
    /** By requirement, the lessons that teach it to such a person. */
    private final Map<String, List<Lesson>> lessons = new TreeMap<>();

    public Knowledge(Catalogue catalogue, DepartmentKind kind, Optional<Standard> standard, boolean leads) {
        this.catalogue = catalogue;
        this.kind = kind;
        this.standard = standard;
        this.leads = leads;
        for (Requirement requirement : catalogue.requirementsOf(kind)) {
            List<Lesson> teaching = catalogue.lessonsTeaching(requirement.id()).stream()
                    .filter(l -> l.audience().includes(kind, leads))
                    .filter(l -> catalogue.quizOf(l.id()).isPresent())
                    .toList();
            if (!teaching.isEmpty()
                    && standard.map(s -> s.requirements().contains(requirement.id()))
                            .orElse(true)) {
                lessons.put(requirement.id(), teaching);
            }
        }
    }

    public DepartmentKind kind() {
        return kind;
    }

    public boolean leads() {
        return leads;
    }

    /** How well one person will remember a requirement on a day, as a probability in millionths. */
    public record Known(String requirement, long recall) {

        /** From 0 to 100, rounded down. */
        public int percent() {
            return (int) (recall * 100 / Remembered.CERTAIN);
        }
    }

    /**
     * Every requirement that the person has to know, the worst remembered first.
     *
     * @param remembered by lesson
     */
    public List<Known> recall(Map<String, Remembered> remembered, LocalDate day) {
        List<Known> known = new ArrayList<>();
        lessons.forEach((requirement, teaching) -> known.add(new Known(
                requirement,
                teaching.stream()
                                .mapToLong(l -> remembered
                                        .getOrDefault(l.id(), Remembered.NOTHING)
                                        .recall(requirement, day))
                                .sum()
                        / teaching.size())));
        known.sort(Comparator.comparingLong(Known::recall).thenComparing(Known::requirement));
        return known;
    }

    /** The person's part of a forecast: one unit a lesson. */
    public List<Forecast.Unit> units(
            UUID person, Map<String, Remembered> remembered, LocalDate refreshOn, LocalDate auditOn) {
        Map<String, Map<String, Long>> shares = new LinkedHashMap<>();
        lessons.forEach((requirement, teaching) -> {
            long share = weight(requirement) * Remembered.CERTAIN / teaching.size();
            teaching.forEach(
                    l -> shares.computeIfAbsent(l.id(), id -> new TreeMap<>()).put(requirement, share));
        });
        return shares.entrySet().stream()
                .map(e -> Forecast.unit(
                        person,
                        e.getKey(),
                        e.getValue(),
                        remembered.getOrDefault(e.getKey(), Remembered.NOTHING),
                        refreshOn,
                        auditOn))
                .toList();
    }

    private long weight(String requirement) {
        Requirement found = catalogue.requirement(requirement).orElseThrow();
        return standard.map(s -> s.gradeOf(found)).orElse(found.severity()).weight();
    }
}
