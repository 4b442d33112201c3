package auditorium.readiness;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.Text;
import auditorium.readiness.domain.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that readiness of one client rests on, read at once and maintained at write time: never the history. Evidence is by
 * department, requirement and kind: the last day on which it holds, empty for good.
 */
record ClientFacts(
        List<Dept> departments,
        Map<UUID, Map<String, Facts.Answered>> answers,
        Map<UUID, Map<String, Facts.Answered>> verified,
        Map<UUID, Map<String, Map<String, Optional<LocalDate>>>> evidence,
        Map<UUID, Map<String, List<Severity>>> findings,
        Map<UUID, Map<String, Trained>> trained,
        Map<UUID, Map<String, Facts.Mastery>> mastery,
        Facts.Days days) {

    /** The key of evidence that speaks for the whole factory. */
    static final UUID WHOLE = new UUID(0, 0);

    /** A department with how many people work and lead in it. */
    record Dept(UUID id, DepartmentKind kind, Text name, int people, int leaders) {}

    /** How many people of a department have passed a lesson, and how many of these lead. */
    record Trained(int people, int leaders) {}
}
