package auditorium.library.content;

import java.util.Set;

/** For whom a lesson is: everybody, those who lead, or the people of some kinds of department. */
public record Audience(boolean everybody, boolean leaders, Set<DepartmentKind> departments) {

    /** Whether somebody of that kind of department, leading it or not, is meant. */
    public boolean includes(DepartmentKind department, boolean leads) {
        return everybody || (leaders && leads) || departments.contains(department);
    }
}
