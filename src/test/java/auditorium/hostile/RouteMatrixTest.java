package auditorium.hostile;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * HT01, its first half: every address of the application stands in a matrix with the right that it asks for, and
 * docs/authorization.md says what follows for each role.
 */
class RouteMatrixTest {

    private static final Path MATRIX = Path.of("src", "test", "resources", "hostile", "routes.txt");
    private static final Path PAGE = Path.of("docs", "authorization.md");
    private static final UUID CLIENT = new UUID(1, 1);

    @Test
    @DisplayName("HT01: an address that is missing from the matrix, or has another right than there, is found")
    void everyAddressStandsInTheMatrixWithItsRight() throws IOException {
        List<String> there =
                Routes.all().stream().map(Routes.Route::line).sorted().toList();
        same(MATRIX, String.join("\n", there) + "\n");
        assertTrue(there.size() > 200, there.size() + " addresses");
    }

    @Test
    @DisplayName("HT01: every address decides who may use it")
    void noAddressIsLeftWithoutADecision() {
        assertEquals(
                List.of(),
                Routes.all().stream()
                        .filter(r -> r.right().equals(Routes.UNDECIDED))
                        .map(r -> r.line() + " in " + r.handler())
                        .toList());
    }

    @Test
    @DisplayName("HT01: every part of an address is known, so that attacks can fill it in")
    void everyPartOfAnAddressIsKnown() {
        assertEquals(
                List.of(),
                Routes.all().stream()
                        .flatMap(r -> r.parameters().stream())
                        .filter(p -> !Routes.TABLES.containsKey(p)
                                && !Routes.CONTENT.containsKey(p)
                                && !Routes.OTHERS.contains(p))
                        .distinct()
                        .toList());
    }

    @Test
    @DisplayName("HT01: docs/authorization.md says what the application does")
    void thePageAboutRightsSaysWhatTheApplicationDoes() throws IOException {
        same(PAGE, page());
    }

    private static void same(Path file, String made) throws IOException {
        Path fresh = Files.createDirectories(Path.of("target", "hostile")).resolve(file.getFileName());
        Files.writeString(fresh, made);
        String kept = Files.exists(file) ? Files.readString(file) : "";
        List<String> before = kept.lines().toList();
        List<String> now = made.lines().toList();
        assertEquals(
                kept,
                made,
                () -> file + " is not what the application does. Gone: "
                        + before.stream().filter(l -> !now.contains(l)).toList() + ", new: "
                        + now.stream().filter(l -> !before.contains(l)).toList() + ". If that is meant: cp " + fresh
                        + " " + file);
    }

    private static String page() {
        Map<String, List<String>> who = who();
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Made from the application by `RouteMatrixTest`, which fails when this page, or the matrix that the attacks run along
                (`src/test/resources/hostile/routes.txt`), is not what the application does, and says how to renew it. Roles are decided in
                `access/Rights` and nowhere else.

                Three rules stand above the tables:

                - An address under `/c/{client}` is there only for people with a seat in that factory. For all others it is not found, and the
                  answer is the one for a factory that doesn't exist. Whoever has not signed in is sent to the sign-in.
                - A row of another factory, or of a department out of reach, is not found, whatever the role.
                - A department's manager reaches the own department; workers reach what is about themselves.

                ## Rights

                | right | worker | department's manager | factory's manager | consultant | administrator |
                |---|---|---|---|---|---|
                """);
        who.forEach((right, roles) -> page.append("| `")
                .append(right)
                .append("` | ")
                .append(String.join(" | ", roles))
                .append(" |\n"));
        page.append("\nAn administrator has a seat in no factory, and so comes to none of its pages.\n");
        page.append("\n## Addresses\n\n| address | right |\n|---|---|\n");
        for (Routes.Route r : Routes.all()) {
            page.append("| `")
                    .append(r.method())
                    .append(' ')
                    .append(r.path())
                    .append("`")
                    .append(r.upload() ? " with files" : "")
                    .append(" | ")
                    .append(r.right().equals(Routes.ANYBODY) ? "for everybody" : "`" + r.right() + "`")
                    .append(" |\n");
        }
        return page.append("""

                Beside these there are files that are the same for everybody (sheets, scripts, pictures of the content), and what operators
                watch: `/q/health` and `/q/metrics`. A proxy in front of the server should pass on neither of the two.
                """).toString();
    }

    /** For each right, who has it: yes or no for each role with a seat, and for an administrator without one. */
    private static Map<String, List<String>> who() {
        Map<String, List<String>> who = new TreeMap<>();
        Rights rights = new Rights();
        for (Method m : Rights.class.getDeclaredMethods()) {
            PermissionChecker checker = m.getAnnotation(PermissionChecker.class);
            if (checker != null) {
                List<String> answers = new ArrayList<>();
                for (Role role : Role.values()) {
                    answers.add(yes(rights, m, seated(role)));
                }
                answers.add(yes(rights, m, administrator()));
                who.put(checker.value(), answers);
            }
        }
        return who;
    }

    private static String yes(Rights rights, Method m, Reader reader) {
        SecurityIdentity identity =
                QuarkusSecurityIdentity.builder().setPrincipal(reader).build();
        try {
            m.setAccessible(true);
            Object[] values = m.getParameterCount() == 1 ? new Object[] {identity} : new Object[] {identity, CLIENT};
            return (Boolean) m.invoke(rights, values) ? "yes" : "";
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(m.getName() + Arrays.toString(m.getParameterTypes()), e);
        }
    }

    private static Reader seated(Role role) {
        return reader(
                false,
                Map.of(
                        CLIENT,
                        new Reader.Seat(
                                CLIENT,
                                "X",
                                new Text("厂", "Factory"),
                                ZoneId.of("Asia/Shanghai"),
                                Optional.empty(),
                                Optional.empty(),
                                role,
                                Optional.of(new UUID(2, 2)),
                                Optional.of(new UUID(3, 3)))));
    }

    private static Reader administrator() {
        return reader(true, Map.of());
    }

    private static Reader reader(boolean administrator, Map<UUID, Reader.Seat> seats) {
        return new Reader(
                new UUID(4, 4), "x", Lang.EN, administrator, false, "00", new Reader.SecondStep(false, false), seats);
    }

    @Test
    @DisplayName("HT01: each right that an address asks for is one that somebody decides about")
    void everyRightIsDecided() {
        var known = who().keySet();
        assertEquals(
                "",
                Routes.all().stream()
                        .map(Routes.Route::right)
                        .filter(r -> !r.equals(Routes.ANYBODY) && !known.contains(r))
                        .distinct()
                        .collect(joining(", ")));
    }
}
