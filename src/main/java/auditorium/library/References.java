package auditorium.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids that files name before it is known whether they exist; checked when everything has been read. Also remembers where things
 * stand, for what can only be said of them at the end. Files are read side by side, so all of this may be told at once.
 */
final class References {

    /** What can be named. */
    enum Kind {
        REQUIREMENT,
        TASK,
        LAW,
        STATEMENT,
        LESSON,
        PLACE,
        STANDARD,
        /** A standard and a clause of it, with a space between. */
        CLAUSE
    }

    /** A line of a file. */
    record Place(String file, int line) {}

    /** Where something stands that has no place. */
    static final Place NOWHERE = new Place("checklists", 0);

    private record Named(Kind kind, String id, Place place) {}

    private final List<Named> named = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    void add(Kind kind, Yaml yaml, String key) {
        for (String id : yaml.strings(key)) {
            named.add(new Named(kind, id, new Place(yaml.file(), yaml.lineAt(key))));
        }
    }

    void addOne(Kind kind, Yaml yaml, String key) {
        yaml.optional(key).ifPresent(id -> named.add(new Named(kind, id, new Place(yaml.file(), yaml.lineAt(key)))));
    }

    /** A clause of a standard, if one is named. */
    void addClause(Yaml yaml) {
        yaml.optional("standard")
                .flatMap(s -> yaml.optional("clause").map(c -> s + " " + c))
                .ifPresent(id -> named.add(new Named(Kind.CLAUSE, id, new Place(yaml.file(), yaml.lineAt("clause")))));
    }

    /** Here the thing itself is written down. */
    void stands(Kind kind, Yaml yaml) {
        yaml.optional("id").ifPresent(id -> places.putIfAbsent(kind + "/" + id, new Place(yaml.file(), yaml.line())));
    }

    /** Where the thing is written down. */
    Place place(Kind kind, String id) {
        return places.getOrDefault(kind + "/" + id, NOWHERE);
    }

    /** Where each fact of law is written down, by its id. */
    Map<String, Place> laws() {
        String kind = Kind.LAW + "/";
        Map<String, Place> laws = new TreeMap<>();
        places.forEach((what, place) -> {
            if (what.startsWith(kind)) {
                laws.put(what.substring(kind.length()), place);
            }
        });
        return laws;
    }

    void check(Catalogue catalogue, ContentReport report) {
        for (Named n : named) {
            if (!exists(catalogue, n)) {
                report.error(
                        n.place().file(),
                        n.place().line(),
                        "there is no " + n.kind().name().toLowerCase(Locale.ROOT) + " “" + n.id() + "”");
            } else if (n.kind() == Kind.LAW) {
                catalogue
                        .law(n.id())
                        .flatMap(law -> law.repealedOn())
                        .ifPresent(day -> report.add(
                                ContentReport.Level.WARNING,
                                n.place().file(),
                                n.place().line(),
                                "this cites " + n.id() + ", which no longer holds since " + day));
            }
        }
    }

    private static boolean exists(Catalogue catalogue, Named n) {
        return switch (n.kind()) {
            case REQUIREMENT -> catalogue.requirement(n.id()).isPresent();
            case TASK -> catalogue.task(n.id()).isPresent();
            case LAW -> catalogue.law(n.id()).isPresent();
            case STATEMENT -> catalogue.statement(n.id()).isPresent();
            case LESSON -> catalogue.lesson(n.id()).isPresent();
            case PLACE -> catalogue.place(n.id()).isPresent();
            case STANDARD -> catalogue.standard(n.id()).isPresent();
            case CLAUSE -> clause(catalogue, n.id());
        };
    }

    private static boolean clause(Catalogue catalogue, String id) {
        int space = id.indexOf(' ');
        return catalogue.standard(id.substring(0, space)).stream()
                .flatMap(s -> s.clauses().stream())
                .anyMatch(c -> c.clause().equals(id.substring(space + 1)));
    }
}
