package auditorium;

import auditorium.platform.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same PostgreSQL as in production, without its durability: one for all tests. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.open(Path.of("target", "test-postgres"), EmbeddedDatabase.Use.TEST);
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("auditorium.demo", "true");
        return settings;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
