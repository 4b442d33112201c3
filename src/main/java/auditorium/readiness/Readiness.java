package auditorium.readiness;

import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.Standard;
import auditorium.readiness.domain.Bounds;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Score;
import auditorium.readiness.domain.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Joins the facts of a client with the catalogue: every requirement in every department that answers for it. */
final class Readiness {

    /** One requirement in one department. */
    record Cell(ClientFacts.Dept department, Requirement requirement, Severity grade, Facts facts, Standing standing) {}

    private final Catalogue catalogue;
    private final ClientFacts facts;
    private final Bounds bounds = Bounds.DEFAULT;
    private final List<Cell> cells = new ArrayList<>();

    /** {@code standard} narrows the requirements to a profile and grades them as it does. */
    Readiness(Catalogue catalogue, ClientFacts facts, Optional<Standard> standard) {
        this.catalogue = catalogue;
        this.facts = facts;
        var picked = standard.map(Standard::requirements);
        for (ClientFacts.Dept department : facts.departments()) {
            for (Requirement requirement : catalogue.requirementsOf(department.kind())) {
                if (picked.map(p -> p.contains(requirement.id())).orElse(true)) {
                    Severity grade = standard.map(s -> s.gradeOf(requirement)).orElse(requirement.severity());
                    Facts known = known(department, requirement, grade);
                    cells.add(new Cell(department, requirement, grade, known, Standing.of(known, bounds)));
                }
            }
        }
    }

    private Facts known(ClientFacts.Dept department, Requirement requirement, Severity grade) {
        UUID id = department.id();
        String key = requirement.id();
        return new Facts(
                grade,
                Optional.ofNullable(facts.answers().getOrDefault(id, Map.of()).get(key)),
                Optional.ofNullable(facts.verified().getOrDefault(id, Map.of()).get(key)),
                evidence(id, requirement),
                facts.findings().getOrDefault(id, Map.of()).getOrDefault(key, List.of()),
                training(department, key),
                Optional.ofNullable(facts.mastery().getOrDefault(id, Map.of()).get(key)),
                facts.days());
    }

    /** Of the kinds of evidence that end some day the weakest: one that is missing, else the one that ends first. */
    private Optional<Facts.Evidence> evidence(UUID department, Requirement requirement) {
        Facts.Evidence weakest = null;
        for (Requirement.EvidenceKind kind : requirement.evidence()) {
            if (kind.valid().isEmpty()) {
                continue;
            }
            List<Optional<LocalDate>> there = Stream.of(department, ClientFacts.WHOLE)
                    .flatMap(d -> Stream.ofNullable(facts.evidence()
                            .getOrDefault(d, Map.of())
                            .getOrDefault(requirement.id(), Map.of())
                            .get(kind.id())))
                    .toList();
            if (there.isEmpty()) {
                return Optional.of(new Facts.Evidence(requirement.id() + "/" + kind.id(), false, Optional.empty()));
            }
            LocalDate until = there.stream()
                    .map(u -> u.orElse(LocalDate.MAX))
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.MAX);
            if (weakest == null || until.isBefore(weakest.until().orElse(LocalDate.MAX))) {
                weakest = new Facts.Evidence(
                        requirement.id() + "/" + kind.id(),
                        true,
                        Optional.of(until).filter(u -> !u.equals(LocalDate.MAX)));
            }
        }
        return Optional.ofNullable(weakest);
    }

    /** The lesson with the lowest share of those here whom it is for. */
    private Optional<Facts.Training> training(ClientFacts.Dept department, String requirement) {
        Facts.Training lowest = null;
        for (Lesson lesson : catalogue.lessonsTeaching(requirement)) {
            boolean all = lesson.audience().includes(department.kind(), false);
            int exposed = all
                    ? department.people()
                    : lesson.audience().includes(department.kind(), true) ? department.leaders() : 0;
            if (exposed == 0) {
                continue;
            }
            ClientFacts.Trained trained = facts.trained()
                    .getOrDefault(department.id(), Map.of())
                    .getOrDefault(lesson.id(), new ClientFacts.Trained(0, 0));
            Facts.Training share = new Facts.Training(
                    lesson.id(), Math.min(exposed, all ? trained.people() : trained.leaders()), exposed);
            if (lowest == null || share.percent() < lowest.percent()) {
                lowest = share;
            }
        }
        return Optional.ofNullable(lowest);
    }

    Bounds bounds() {
        return bounds;
    }

    List<Cell> cells() {
        return cells;
    }

    List<ClientFacts.Dept> departments() {
        return facts.departments();
    }

    /** Department and area; absent where the department answers for nothing of the area. */
    Map<UUID, Map<String, Score>> byDepartmentAndArea() {
        Map<UUID, Map<String, Score>> scores = new LinkedHashMap<>();
        for (Cell cell : cells) {
            scores.computeIfAbsent(cell.department().id(), k -> new LinkedHashMap<>())
                    .merge(cell.requirement().area(), Score.EMPTY.plus(cell.grade(), cell.standing()), Score::plus);
        }
        return scores;
    }

    Score total() {
        Score total = Score.EMPTY;
        for (Cell cell : cells) {
            total = total.plus(cell.grade(), cell.standing());
        }
        return total;
    }
}
