package auditorium.records;

import auditorium.platform.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that the factory has about a person: a feature makes a bean of this for each of its tables with people in it, and it
 * stands under “my data”.
 *
 * <p>{@code sql} selects the rows about one person of the current client: {@code :person} is the person's id, {@code :account} the
 * account's, which is an id of nobody for those who can't sign in. Columns are text, or what PostgreSQL writes as text; their names are
 * those of the downloaded file, and {@link #column} says what people call them.
 */
public final class Holding {

    private final Text title;
    private final Text why;
    private final String sql;
    private final Map<String, Text> columns;

    private Holding(Text title, Text why, String sql, Map<String, Text> columns) {
        this.title = title;
        this.why = why;
        this.sql = sql;
        this.columns = columns;
    }

    /** {@code why} is one sentence: what it is for, and who sees it. */
    public static Holding of(Text title, Text why, String sql) {
        return new Holding(title, why, sql, Map.of());
    }

    public Holding column(String name, String zh, String en) {
        Map<String, Text> all = new LinkedHashMap<>(columns);
        all.put(name, new Text(zh, en));
        return new Holding(title, why, sql, all);
    }

    Text title() {
        return title;
    }

    Text why() {
        return why;
    }

    String sql() {
        return sql;
    }

    Map<String, Text> columns() {
        return columns;
    }
}
