package auditorium.hostile;

import auditorium.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One page of each kind that somebody of the demo comes to. */
public final class Pages {

    private Pages() {}

    /** Paths by their kind. */
    public static Map<String, String> ofEachKind(String role, Visitor visitor) {
        UUID demo = UUID.fromString(String.valueOf(Tables.one("select id::text from client where code = 'DEMO'")));
        Map<String, String> pages = new LinkedHashMap<>();
        for (Crawl.Got g : Crawl.of(role, visitor, demo, 1)) {
            if (g.html() && g.status() == 200) {
                pages.putIfAbsent(Crawl.kind(g.path()), g.path());
            }
        }
        return pages;
    }
}
