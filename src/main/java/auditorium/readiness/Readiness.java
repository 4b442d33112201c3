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
import java.util.Set;
import java.util.UUID;

/** Joins the facts of a client with the catalogue: every requirement in every department that answers for it. */
final class Readiness {

    /** One requirement in one department. */
    record Cell(ClientFacts.Dept department, Requirement requirement, Severity grade, Facts facts, Standing standing) {}

    private final Catalogue catalogue;
    private final ClientFacts facts;
    private final List<Cell> cells = new ArrayList<>();

    /** {@code standard} narrows the requirements to a profile and grades them as it does. */
    Readiness(Catalogue catalogue, ClientFacts facts, Optional<Standard> standard) {
        this.catalogue = catalogue;
        this.facts = facts;
        Optional<Set<String>> picked = standard.map(Standard::requirements);
        for (ClientFacts.Dept department : facts.departments()) {
            Known known = new Known(department);
            for (Requirement requirement : catalogue.requirementsOf(department.kind())) {
                if (picked.isEmpty() || picked.get().contains(requirement.id())) {
                    Severity grade = standard.isEmpty()
                            ? requirement.severity()
                            : standard.get().gradeOf(requirement);
                    Facts here = known.about(requirement, grade);
                    cells.add(new Cell(department, requirement, grade, here, Standing.of(here, facts.bounds())));
                }
            }
        }
    }

    /** What is known about one department. */
    private final class Known {
        private final ClientFacts.Dept department;
        private final Map<String, Facts.Answered> answers;
        private final Map<String, Facts.Answered> verified;
        private final Map<String, Map<String, Optional<LocalDate>>> own;
        private final Map<String, Map<String, Optional<LocalDate>>> whole;
        private final Map<String, List<ClientFacts.Open>> findings;
        private final Map<String, ClientFacts.Trained> trained;
        private final Map<String, Facts.Mastery> mastery;

        Known(ClientFacts.Dept department) {
            this.department = department;
            UUID id = department.id();
            answers = facts.answers().getOrDefault(id, Map.of());
            verified = facts.verified().getOrDefault(id, Map.of());
            own = facts.evidence().getOrDefault(id, Map.of());
            whole = facts.evidence().getOrDefault(ClientFacts.WHOLE, Map.of());
            findings = facts.findings().getOrDefault(id, Map.of());
            trained = facts.trained().getOrDefault(id, Map.of());
            mastery = facts.mastery().getOrDefault(id, Map.of());
        }

        Facts about(Requirement requirement, Severity grade) {
            String key = requirement.id();
            List<ClientFacts.Open> open = findings.getOrDefault(key, List.of());
            return new Facts(
                    grade,
                    Optional.ofNullable(answers.get(key)),
                    Optional.ofNullable(verified.get(key)),
                    evidence(requirement),
                    open.isEmpty()
                            ? List.of()
                            : open.stream().map(ClientFacts.Open::grade).toList(),
                    training(key),
                    Optional.ofNullable(mastery.get(key)),
                    facts.days());
        }

        /** Of the kinds of evidence that end some day the weakest: one that is missing, else the one that ends first. */
        private Optional<Facts.Evidence> evidence(Requirement requirement) {
            Facts.Evidence weakest = null;
            LocalDate first = LocalDate.MAX;
            Map<String, Optional<LocalDate>> here = own.getOrDefault(requirement.id(), Map.of());
            Map<String, Optional<LocalDate>> everywhere = whole.getOrDefault(requirement.id(), Map.of());
            for (Requirement.EvidenceKind kind : requirement.evidence()) {
                if (kind.valid().isEmpty()) {
                    continue;
                }
                String name = requirement.id() + "/" + kind.id();
                boolean inHere = here.containsKey(kind.id());
                boolean inAll = everywhere.containsKey(kind.id());
                if (!inHere && !inAll) {
                    return Optional.of(new Facts.Evidence(name, false, Optional.empty()));
                }
                LocalDate until = longer(inHere, until(here, kind.id()), inAll, until(everywhere, kind.id()));
                if (weakest == null || until.isBefore(first)) {
                    first = until;
                    weakest = new Facts.Evidence(
                            name, true, until.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(until));
                }
            }
            return Optional.ofNullable(weakest);
        }

        private static LocalDate until(Map<String, Optional<LocalDate>> kinds, String kind) {
            return kinds.getOrDefault(kind, Optional.empty()).orElse(LocalDate.MAX);
        }

        private static LocalDate longer(boolean one, LocalDate ofOne, boolean two, LocalDate ofTwo) {
            return !two || (one && ofOne.isAfter(ofTwo)) ? ofOne : ofTwo;
        }

        /** The lesson with the lowest share of those here whom it is for. */
        private Optional<Facts.Training> training(String requirement) {
            Facts.Training lowest = null;
            for (Lesson lesson : catalogue.lessonsTeaching(requirement)) {
                boolean all = lesson.audience().includes(department.kind(), false);
                int exposed = all
                        ? department.people()
                        : lesson.audience().includes(department.kind(), true) ? department.leaders() : 0;
                if (exposed == 0) {
                    continue;
                }
                ClientFacts.Trained passed = trained.getOrDefault(lesson.id(), new ClientFacts.Trained(0, 0));
                Facts.Training share = new Facts.Training(
                        lesson.id(), Math.min(exposed, all ? passed.people() : passed.leaders()), exposed);
                if (lowest == null || share.percent() < lowest.percent()) {
                    lowest = share;
                }
            }
            return Optional.ofNullable(lowest);
        }
    }

    Bounds bounds() {
        return facts.bounds();
    }

    ClientFacts facts() {
        return facts;
    }

    List<Cell> cells() {
        return cells;
    }

    List<ClientFacts.Dept> departments() {
        return facts.departments();
    }

    /** The open findings on a cell, the oldest first. */
    List<ClientFacts.Open> findings(Cell cell) {
        return facts.findings()
                .getOrDefault(cell.department().id(), Map.of())
                .getOrDefault(cell.requirement().id(), List.of());
    }

    /** How it stands by the catalogue's own grade, whatever standard is looked through: what is kept from day to day. */
    Standing ownStanding(Cell cell) {
        return cell.grade() == cell.requirement().severity()
                ? cell.standing()
                : Standing.of(cell.facts().graded(cell.requirement().severity()), facts.bounds());
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

    Map<UUID, Score> byDepartment() {
        Map<UUID, Score> scores = new LinkedHashMap<>();
        for (Cell cell : cells) {
            scores.merge(cell.department().id(), Score.EMPTY.plus(cell.grade(), cell.standing()), Score::plus);
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
