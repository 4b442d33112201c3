package auditorium.hostile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * HT27: no field takes an address that the server would call. It calls nobody: a mail server that the operator names, and itself while
 * it starts, is all.
 */
class OutboundTest {

    private static final JavaClasses APP =
            new ClassFileImporter().importPath(Path.of("target", "classes", "auditorium"));

    @Test
    @DisplayName("HT27: nothing but the rehearsal at the start opens a connection, and that one goes to this machine")
    void nothingOpensAConnection() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("auditorium.commands.Rehearsal")
                .and()
                .resideOutsideOfPackage("auditorium.platform")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(http\\..*|HttpURLConnection|URLConnection|Socket|SocketChannel|DatagramSocket)|javax\\.net\\..*"
                                + "|io\\.vertx\\..*(HttpClient|WebClient|NetClient).*|jakarta\\.ws\\.rs\\.client\\..*|org\\.eclipse\\.microprofile\\.rest\\.client\\..*"
                                + "|java\\.nio\\.channels\\.(SocketChannel|AsynchronousSocketChannel|DatagramChannel)|javax\\.naming\\..*")
                .check(APP);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("auditorium.commands.Rehearsal")
                .and()
                .doNotHaveFullyQualifiedName("auditorium.platform.backup.Schema") // opens its own jar
                .should()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(APP);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.script\\..*|java\\.rmi\\..*|java\\.io\\.ObjectInputStream")
                .check(APP);
    }

    @Test
    @DisplayName("HT27: only the parts that talk to mail and to the database know how")
    void onlyMailAndDatabaseGoOut() {
        assertEquals(
                Set.of("auditorium.platform.Postbox"),
                Set.copyOf(APP.stream()
                        .filter(c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d -> d.getTargetClass()
                                        .getName()
                                        .matches("io\\.quarkus\\.mailer\\.(Mailer|reactive.*)")))
                        .map(c -> c.getName().replaceFirst("\\$.*", ""))
                        .toList()));
    }

    @Test
    @DisplayName("HT27: no form has a field for an address of a page or server")
    void noFieldTakesAnAddress() {
        assertEquals(
                List.of(),
                Routes.all().stream()
                        .flatMap(r -> r.asked().stream().map(a -> r.path() + " " + a))
                        .filter(a -> a.matches(
                                "(?i).* .*(url|uri|href|link|host|webhook|callback|endpoint|issuer|server|proxy).*"))
                        .toList());
    }
}
