package auditorium.improvement;

import jakarta.persistence.Query;
import java.util.List;

/** The rows of a native query that asks for more than one column. */
final class Rows {

    private Rows() {}

    @SuppressWarnings("unchecked")
    static List<Object[]> of(Query query) {
        return (List<Object[]>) query.getResultList();
    }
}
