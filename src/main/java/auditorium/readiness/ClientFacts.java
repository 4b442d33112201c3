package auditorium.readiness;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.Text;
import auditorium.readiness.domain.Facts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that readiness of one client rests on, read at once and maintained at write time: never the history. */
record ClientFacts(
        List<Dept> departments,
        Map<UUID, Map<String, Facts.Answered>> answers,
        Map<UUID, Map<String, List<Severity>>> findings,
        Map<UUID, Map<String, Trained>> trained,
        Map<UUID, Map<String, Facts.Mastery>> mastery) {

    /** A department with how many people work and lead in it. */
    record Dept(UUID id, DepartmentKind kind, Text name, int people, int leaders) {}

    /** How many people of a department have passed a lesson, and how many of these lead. */
    record Trained(int people, int leaders) {}
}
