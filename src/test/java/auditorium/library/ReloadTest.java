package auditorium.library;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReloadTest {

    @Inject
    Library library;

    @Inject
    ContentWatch watch;

    @Test
    void brokenContentIsReportedAndTheOldKeepsServing() throws IOException {
        Catalogue before = library.catalogue();
        Path broken = Path.of("quizzes", "broken-by-a-test.yaml");
        Visitor admin = Visitor.withPassword("admin");
        admin.get("/content").then().statusCode(200).body(containsString("89/89"));
        try {
            Files.writeString(broken, "id: broken-by-a-test\nquestions:\n  - {id: x, type: single}\n");
            admin.post("/content/reload", Map.of()).then().statusCode(303);
            assertSame(before, library.catalogue());
            assertFalse(library.lastReport().publishable());
            admin.get("/content")
                    .then()
                    .body(containsString("broken-by-a-test.yaml:3"))
                    .body(containsString("没有换上"));
            Visitor worker = Visitor.worker();
            worker.get(worker.at("/courses")).then().statusCode(200);
        } finally {
            Files.deleteIfExists(broken);
        }
        admin.get("/content");
        admin.post("/content/reload", Map.of()).then().statusCode(303);
        assertTrue(library.lastReport().publishable());
    }

    @Test
    void anAuthorSeesAChangedFileWhenThePageIsLoadedAgain() throws IOException {
        Path lesson = Path.of("courses", "audit-basics", "A7-audit-day.zh.md");
        String before = Files.readString(lesson);
        Visitor worker = Visitor.worker();
        try {
            watch.watch(true);
            Files.writeString(lesson, before.replaceFirst("客户来验厂，要走 5 步。", "客户来验厂，要走这 5 步。"));
            worker.get(worker.at("/lessons/A7-audit-day")).then().body(containsString("要走这 5 步"));
        } finally {
            watch.watch(false);
            Files.writeString(lesson, before);
            library.reload();
        }
        worker.get(worker.at("/lessons/A7-audit-day")).then().body(not(containsString("要走这 5 步")));
    }
}
