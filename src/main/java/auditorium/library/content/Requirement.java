package auditorium.library.content;

import auditorium.platform.Text;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an audit asks for. Its {@code id} is the key that lesson, question, checklist, evidence, finding and task share. */
public record Requirement(
        String id,
        String area,
        Text title,
        Text text,
        Severity severity,
        Tier tier,
        Set<DepartmentKind> departments,
        Set<Method> methods,
        String place,
        List<EvidenceKind> evidence,
        Text guidance,
        List<String> refs,
        List<String> laws,
        List<String> tasks,
        List<String> statements,
        Version version) {

    /** A document or photo that shows that the requirement is met; {@code valid} is how long, if it expires at all. */
    public record EvidenceKind(String id, Text title, Optional<Period> valid) {}
}
