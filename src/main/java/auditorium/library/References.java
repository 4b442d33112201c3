package auditorium.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ids that files name before it is known whether they exist; checked when everything has been read. */
final class References {

    /** What can be named. */
    enum Kind {
        REQUIREMENT,
        TASK,
        LAW,
        STATEMENT,
        LESSON,
        PLACE
    }

    private record Named(Kind kind, String id, String file, int line) {}

    private final List<Named> named = new ArrayList<>();

    void add(Kind kind, Yaml yaml, String key) {
        for (String id : yaml.strings(key)) {
            named.add(new Named(kind, id, yaml.file(), yaml.lineAt(key)));
        }
    }

    void addOne(Kind kind, Yaml yaml, String key) {
        yaml.optional(key).ifPresent(id -> named.add(new Named(kind, id, yaml.file(), yaml.lineAt(key))));
    }

    void check(Catalogue catalogue, ContentReport report) {
        for (Named n : named) {
            if (!exists(catalogue, n)) {
                report.error(
                        n.file(),
                        n.line(),
                        "there is no " + n.kind().name().toLowerCase(Locale.ROOT) + " “" + n.id() + "”");
            } else if (n.kind() == Kind.LAW) {
                catalogue
                        .law(n.id())
                        .flatMap(law -> law.repealedOn())
                        .ifPresent(day -> report.add(
                                ContentReport.Level.WARNING,
                                n.file(),
                                n.line(),
                                "this cites " + n.id() + ", which no longer holds since " + day));
            }
        }
    }

    private static boolean exists(Catalogue catalogue, Named n) {
        return switch (n.kind()) {
            case REQUIREMENT -> catalogue.requirement(n.id()).isPresent();
            case TASK -> catalogue.task(n.id()).isPresent();
            case LAW -> catalogue.law(n.id()).isPresent();
            case STATEMENT -> catalogue.statements().stream().anyMatch(s -> s.id().equals(n.id()));
            case LESSON -> catalogue.lesson(n.id()).isPresent();
            case PLACE -> catalogue.place(n.id()).isPresent();
        };
    }
}
