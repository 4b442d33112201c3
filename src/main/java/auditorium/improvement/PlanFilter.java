package auditorium.improvement;

import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the plan somebody wants to see. What is not understood is left out. */
public class PlanFilter {

    @QueryParam("department")
    @Nullable
    String department;

    @QueryParam("grade")
    @Nullable
    String grade;

    @QueryParam("origin")
    @Nullable
    String origin;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("which")
    @Nullable
    String which;

    /** Of the list: what is not finished, what is late, what waits for a look, or what is settled. */
    enum Which {
        OPEN,
        LATE,
        DONE,
        WAITING,
        SETTLED
    }

    String department() {
        try {
            return department == null || department.isBlank()
                    ? ""
                    : UUID.fromString(department).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    String grade() {
        return Typed.choice(Severity.class, grade).map(Enum::name).orElse("");
    }

    String origin() {
        return Typed.choice(Finding.Origin.class, origin).map(Enum::name).orElse("");
    }

    String kind() {
        return TaskCard.RENEWAL.equals(kind)
                ? TaskCard.RENEWAL
                : Typed.choice(TaskTemplate.Kind.class, kind).map(Enum::name).orElse("");
    }

    Which which() {
        return Typed.choice(Which.class, which).orElse(Which.OPEN);
    }

    boolean narrows() {
        return !department().isEmpty() || !grade().isEmpty() || !origin().isEmpty() || !kind().isEmpty();
    }

    /** The same wishes in an address, to be followed by others. */
    String query() {
        return "department=" + department() + "&grade=" + grade() + "&origin=" + origin() + "&kind=" + kind();
    }
}
