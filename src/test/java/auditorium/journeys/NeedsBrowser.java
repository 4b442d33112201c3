package auditorium.journeys;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For journeys in the machine's own Chromium. Without one they are skipped with a clear word, but never where {@code CI} is set. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Condition.class)
public @interface NeedsBrowser {

    /** Looks for the programs on the path. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String missing = chromium().isEmpty() ? "Chromium" : node().isEmpty() ? "Node 20 or newer" : "";
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("browser found");
            }
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(missing + " is missing, and journeys are never skipped in CI");
            }
            return ConditionEvaluationResult.disabled(missing + " is not installed, so no browser journeys");
        }

        static Optional<Path> chromium() {
            return find("AUDITORIUM_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        }

        static Optional<Path> node() {
            return find("PLAYWRIGHT_NODEJS_PATH", "node");
        }

        private static Optional<Path> find(String variable, String... names) {
            String given = System.getenv(variable);
            if (given != null) {
                return Optional.of(Path.of(given));
            }
            return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
