package auditorium.records;

import auditorium.platform.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the record learns what happened: a feature makes a bean of this for each kind of thing that it tells, and then only says
 * {@code ledger.append("response", id)}. The same SQL tells the record what to keep and, later, the check what stands now.
 *
 * <p>{@code sql} selects all rows of the current client ({@code where client_id = current_client()}) with the column {@code subject}, a
 * UUID, and one column a fact: uuid, text, boolean, whole number, date, timestamptz, bytea or jsonb, never a float. A column keeps its
 * name and meaning for ever; more columns may come later. Facts must not change afterwards, unless the thing is one that
 * {@link #changing() changes}: then every change is appended anew, and the latest entry is what the row is compared with.
 *
 * <p>Names and free words are {@link #personal}: only their salted hash enters the chain, and they can be erased.
 */
public final class Witness {

    private final String kind;
    private final String sql;
    private final Text name;
    private final boolean changes;
    private final Map<String, Optional<String>> personal;

    private Witness(String kind, Text name, String sql, boolean changes, Map<String, Optional<String>> personal) {
        this.kind = kind;
        this.name = name;
        this.sql = sql;
        this.changes = changes;
        this.personal = personal;
    }

    /** {@code kind} is a word of small letters and hyphens, {@code task-step}; {@code name} is what people call it. */
    public static Witness of(String kind, Text name, String sql) {
        return new Witness(kind, name, sql, false, Map.of());
    }

    /** The thing may change later; each change is told again. */
    public Witness changing() {
        return new Witness(kind, name, sql, true, personal);
    }

    /** Column {@code field} is about somebody: about whom says column {@code holder}, with a person's or an account's id. */
    public Witness personal(String field, String holder) {
        return with(field, Optional.of(holder));
    }

    /** Column {@code field} has free words that are about the factory, as a note. */
    public Witness words(String field) {
        return with(field, Optional.empty());
    }

    private Witness with(String field, Optional<String> holder) {
        Map<String, Optional<String>> all = new LinkedHashMap<>(personal);
        all.put(field, holder);
        return new Witness(kind, name, sql, changes, all);
    }

    public String kind() {
        return kind;
    }

    Text name() {
        return name;
    }

    String sql() {
        return sql;
    }

    boolean changes() {
        return changes;
    }

    /** The personal fields, each with the column that says about whom it is. */
    Map<String, Optional<String>> personal() {
        return personal;
    }
}
