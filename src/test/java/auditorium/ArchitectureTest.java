package auditorium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, run. */
class ArchitectureTest {

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("auditorium");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("auditorium..")
                .withOptionalLayers(true)
                .layer("platform")
                .definedBy("auditorium.platform..")
                .layer("access")
                .definedBy("auditorium.access..")
                .layer("library")
                .definedBy("auditorium.library..")
                .layer("clients")
                .definedBy("auditorium.clients..")
                .layer("records")
                .definedBy("auditorium.records..")
                .layer("files")
                .definedBy("auditorium.files..")
                .layer("lists")
                .definedBy("auditorium.lists..")
                .layer("evidence")
                .definedBy("auditorium.evidence..")
                .layer("training")
                .definedBy("auditorium.training..")
                .layer("courses")
                .definedBy("auditorium.courses..")
                .layer("quizzes")
                .definedBy("auditorium.quizzes..")
                .layer("improvement")
                .definedBy("auditorium.improvement..")
                .layer("readiness")
                .definedBy("auditorium.readiness..")
                .layer("exchange")
                .definedBy("auditorium.exchange..")
                .layer("search")
                .definedBy("auditorium.search..")
                .layer("home")
                .definedBy("auditorium.home..")
                .layer("demo")
                .definedBy("auditorium.demo..")
                .layer("commands")
                .definedBy("auditorium.commands..")
                .layer("main")
                .definedBy("auditorium")
                .whereLayer("access")
                .mayOnlyAccessLayers("platform")
                .whereLayer("platform")
                .mayNotAccessAnyLayer()
                .whereLayer("library")
                .mayOnlyAccessLayers("platform", "access")
                .whereLayer("clients")
                .mayOnlyAccessLayers("platform", "access", "library")
                .whereLayer("records")
                .mayOnlyAccessLayers("platform", "access", "library", "clients")
                .whereLayer("files")
                .mayOnlyAccessLayers("platform", "access", "clients")
                .whereLayer("lists")
                .mayOnlyAccessLayers("platform", "access", "library", "clients")
                .whereLayer("courses")
                .mayOnlyAccessLayers("platform", "access", "library", "clients", "records", "files")
                .whereLayer("quizzes")
                .mayOnlyAccessLayers("platform", "access", "library", "clients", "lists", "records", "files", "courses")
                .whereLayer("improvement")
                .mayOnlyAccessLayers("platform", "access", "library", "clients", "lists", "records", "files")
                .whereLayer("evidence")
                .mayOnlyAccessLayers("platform", "access", "library", "clients", "lists", "records", "files")
                .whereLayer("training")
                .mayOnlyAccessLayers(
                        "platform", "access", "library", "clients", "records", "files", "courses", "quizzes")
                .whereLayer("readiness")
                .mayOnlyAccessLayers(
                        "platform",
                        "access",
                        "library",
                        "clients",
                        "lists",
                        "records",
                        "files",
                        "courses",
                        "quizzes",
                        "improvement",
                        "evidence",
                        "training")
                .whereLayer("search")
                .mayOnlyAccessLayers("platform", "access", "library", "clients")
                .whereLayer("exchange")
                .mayOnlyAccessLayers("platform", "library")
                .whereLayer("main")
                .mayOnlyAccessLayers("commands")
                .check(APP);
    }

    @Test
    void theDomainKnowsNoFrameworkClockRandomnessSqlOrLog() {
        noClasses()
                .that()
                .resideInAnyPackage("auditorium..domain..", "auditorium.library.content..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.hibernate..",
                        "java.sql..",
                        "org.jboss.logging..",
                        "java.util.logging..",
                        "com.fasterxml..")
                .check(APP);
        noClasses()
                .that()
                .resideInAnyPackage("auditorium..domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(APP);
    }

    @Test
    void timeComesInByTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("auditorium.platform..", "auditorium.commands..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(APP);
    }

    @Test
    void namesSayWhatAPlantManagerWouldSay() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto)$")
                .check(APP);
    }

    @Test
    void noEntityReachesATemplate() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .onlyHaveDependentClassesThat(not(resideInAnyPackage("io.quarkus.qute..")))
                .check(APP);
    }
}
