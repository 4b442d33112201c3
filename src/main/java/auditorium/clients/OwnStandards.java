package auditorium.clients;

import java.util.Map;

/**
 * The standards that only the client of this request has, by their ids: its customers' lists. Whoever keeps the lists answers, so that one
 * of them can be what a factory is audited against next.
 */
public interface OwnStandards {

    /** Ids and titles, in the order in which they are offered. */
    Map<String, String> titles();
}
