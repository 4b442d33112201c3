package auditorium.library.content;

import auditorium.platform.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An audit standard as a profile over the catalogue: which keys under which clause, graded how. Never its wording, and never a
 * score that its owner did not publish.
 */
public record Standard(
        String id,
        String edition,
        Text title,
        Text basis,
        Confidence confidence,
        List<Clause> clauses,
        Map<String, Severity> grades,
        Set<String> musts) {

    /** How well the profile's own source is known. */
    public enum Confidence {
        TEXT,
        SECONDARY,
        KNOWN
    }

    /** A clause's number and topic, with the requirements that belong under it. */
    public record Clause(String clause, Text title, List<String> requirements) {}

    /** Every requirement of the profile, once, in the order of its clauses. */
    public Set<String> requirements() {
        Set<String> all = new LinkedHashSet<>();
        clauses.forEach(c -> all.addAll(c.requirements()));
        return all;
    }

    /** The profile's own grade where it is known to differ, else the catalogue's. */
    public Severity gradeOf(Requirement requirement) {
        return grades.getOrDefault(requirement.id(), requirement.severity());
    }
}
