package auditorium.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Every problem that was found in the content, with its place. Problems are data: nothing is thrown for bad content. */
public final class ContentReport {

    /** How bad a problem is. */
    public enum Level {
        /** The content can't be published: something is broken, missing or not allowed. */
        ERROR,
        /** It can be published, but a reader would stumble: fix it soon. */
        WARNING,
        /** Worth a look; may well be right as it is. */
        NOTE
    }

    /** One problem. Lines count from 1; 0 means the file as a whole. */
    public record Problem(Level level, String file, int line, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + level.name().toLowerCase(java.util.Locale.ROOT) + ": " + message;
        }
    }

    /** Files are read side by side. */
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

    public void add(Level level, String file, int line, String message) {
        problems.add(new Problem(level, file, line, message));
    }

    public void error(String file, int line, String message) {
        add(Level.ERROR, file, line, message);
    }

    /** Whether the content may replace what is being served. */
    public boolean publishable() {
        return count(Level.ERROR) == 0;
    }

    public long count(Level level) {
        return problems().stream().filter(p -> p.level() == level).count();
    }

    /** In the order of files and lines, so that the same content always gives the same report. */
    public List<Problem> problems() {
        return List.copyOf(problems).stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparing(Problem::level)
                        .thenComparing(Problem::message))
                .distinct()
                .toList();
    }
}
