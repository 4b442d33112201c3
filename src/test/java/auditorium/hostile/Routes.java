package auditorium.hostile;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All addresses of the application, read from its own compiled classes: nobody has to remember to list one. */
final class Routes {

    /** What an address asks for when it is for everybody. */
    static final String ANYBODY = "anybody";
    /** What an address has that says nothing about rights: it is denied, and the matrix fails. */
    static final String UNDECIDED = "undecided";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String RS = "jakarta.ws.rs.";

    /** Parts of addresses that are ids of rows, and the tables they are ids of. */
    static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("department", "department"),
            Map.entry("person", "person"),
            Map.entry("list", "roster_import"),
            Map.entry("evidence", "evidence"),
            Map.entry("finding", "finding"),
            Map.entry("attachment", "attachment"),
            Map.entry("task", "task"),
            Map.entry("routine", "routine"),
            Map.entry("turn", "routine_turn"),
            Map.entry("attempt", "attempt"),
            Map.entry("essay", "essay"),
            Map.entry("grant", "attempt_grant"),
            Map.entry("review", "practice_review"),
            Map.entry("certificate", "certificate"),
            Map.entry("rule", "assignment_rule"),
            Map.entry("session", "training_session"),
            Map.entry("talk", "training_session"),
            Map.entry("recipient", "record_recipient"),
            Map.entry("membership", "membership"),
            Map.entry("id", "cap_import"),
            Map.entry("edition", "list_edition"),
            Map.entry("photo", "response_photo"));

    /** Parts of addresses that name content, which is the same for all factories, with one that exists. */
    static final Map<String, String> CONTENT = Map.of(
            "lesson", "A7-audit-day",
            "course", "audit-basics",
            "quiz", "A7-audit-day",
            "requirement", "SR-01",
            "question", "tour-area");

    /** Parts of addresses that are neither: the factory itself, accounts, and what nobody can guess. */
    static final Set<String> OTHERS = Set.of("client", "factory", "account", "token", "code", "key", "passkey");

    private Routes() {}

    /**
     * One address.
     *
     * @param upload whether it takes files
     * @param right a word of {@link auditorium.access.Rights}, {@link #ANYBODY} or {@link #UNDECIDED}
     * @param asked names of the fields and parameters that it reads by annotation
     */
    record Route(String method, String path, boolean upload, String right, String handler, Set<String> asked) {

        List<String> parameters() {
            List<String> names = new ArrayList<>();
            Matcher m = PARAMETER.matcher(path);
            while (m.find()) {
                names.add(m.group(1));
            }
            return names;
        }

        /** Parts of the address, besides the client, that are ids of a client's rows. */
        List<String> rows() {
            return parameters().stream().filter(TABLES::containsKey).toList();
        }

        String table(String parameter) {
            if (parameter.equals("photo") && path.contains("/sessions/")) {
                return "session_photo";
            }
            return parameter.equals("list") && path.contains("/lists/")
                    ? "buyer_list"
                    : TABLES.getOrDefault(parameter, "");
        }

        boolean ofClient() {
            return path.startsWith("/c/{client}");
        }

        /** The address with its parts filled in; what names content is filled in already. */
        String at(UnaryOperator<String> part) {
            return PARAMETER
                    .matcher(path)
                    .replaceAll(m -> Matcher.quoteReplacement(
                            CONTENT.containsKey(m.group(1)) ? CONTENT.get(m.group(1)) : part.apply(m.group(1))));
        }

        String line() {
            return method + " " + path + (upload ? " (files)" : "") + " " + right;
        }

        Pattern pattern() {
            StringBuilder regex = new StringBuilder();
            Matcher m = PARAMETER.matcher(path);
            int from = 0;
            while (m.find()) {
                regex.append(Pattern.quote(path.substring(from, m.start()))).append("[^/]+");
                from = m.end();
            }
            return Pattern.compile(
                    regex.append(Pattern.quote(path.substring(from))).toString());
        }
    }

    /** In the order of their paths. */
    static List<Route> all() {
        return Known.ROUTES;
    }

    /** Read once. */
    private static final class Known {
        private static final List<Route> ROUTES = read();
    }

    private static List<Route> read() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPath(Path.of("target", "classes", "auditorium"))) {
            Optional<JavaAnnotation<JavaClass>> base = type.tryGetAnnotationOfType(RS + "Path");
            if (base.isPresent()) {
                for (JavaMethod method : type.getMethods()) {
                    for (String verb : VERBS) {
                        if (method.isAnnotatedWith(RS + verb)) {
                            routes.add(route(type, text(base.get()), method, verb));
                        }
                    }
                }
            }
        }
        routes.sort(
                Comparator.comparing(Route::path).thenComparing(Route::method).thenComparing(Route::upload));
        return routes;
    }

    private static Route route(JavaClass type, String base, JavaMethod method, String verb) {
        String path =
                base + "/" + (method.isAnnotatedWith(RS + "Path") ? text(method.getAnnotationOfType(RS + "Path")) : "");
        String plain = ("/" + path).replaceAll("/+", "/");
        return new Route(
                verb,
                plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain,
                method.isAnnotatedWith(RS + "Consumes")
                        && text(method.getAnnotationOfType(RS + "Consumes")).startsWith("multipart"),
                right(type, method),
                type.getSimpleName() + "." + method.getName(),
                asked(method));
    }

    private static String right(JavaClass type, JavaMethod method) {
        String permissions = "io.quarkus.security.PermissionsAllowed";
        String everybody = "jakarta.annotation.security.PermitAll";
        if (method.isAnnotatedWith(permissions)) {
            return text(method.getAnnotationOfType(permissions));
        }
        if (method.isAnnotatedWith(everybody)) {
            return ANYBODY;
        }
        if (type.isAnnotatedWith(permissions)) {
            return text(type.getAnnotationOfType(permissions));
        }
        return type.isAnnotatedWith(everybody) ? ANYBODY : UNDECIDED;
    }

    private static Set<String> asked(JavaMethod method) {
        Set<String> names = new TreeSet<>();
        for (JavaParameter parameter : method.getParameters()) {
            for (JavaAnnotation<?> a : parameter.getAnnotations()) {
                field(a).ifPresent(names::add);
                if (a.getRawType().getSimpleName().equals("BeanParam")) {
                    parameter.getRawType().getFields().stream()
                            .flatMap(f -> f.getAnnotations().stream())
                            .forEach(f -> field(f).ifPresent(names::add));
                }
            }
        }
        return names;
    }

    private static Optional<String> field(JavaAnnotation<?> a) {
        return Set.of("FormParam", "QueryParam", "RestForm", "RestQuery")
                        .contains(a.getRawType().getSimpleName())
                ? Optional.of(text(a)).filter(n -> !n.isEmpty())
                : Optional.empty();
    }

    private static String text(JavaAnnotation<?> a) {
        Object value = a.get("value").orElse("");
        return value instanceof Object[] many
                ? (many.length == 0 ? "" : String.valueOf(many[0]))
                : String.valueOf(value);
    }
}
