package auditorium.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Content of which one file is anything at all. */
public final class ContentNoise {

    /** By a word that stands in a file, which one it is. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("questions:", SmallContent.QUIZ);
        PLACES.put("lessons:", SmallContent.COURSE);
        PLACES.put("laws:\n  -", SmallContent.LAWS);
        PLACES.put("requirements:", "checklists/catalogue/social.yaml");
        PLACES.put("clauses:", "checklists/standards/test.yaml");
        PLACES.put("points:", "checklists/ratings/test.yaml");
        PLACES.put("terms:", "courses/glossary.yaml");
        PLACES.put("tasks:", "checklists/tasks.yaml");
    }

    private static @Nullable SmallContent content;

    private ContentNoise() {}

    /** Puts the bytes in the place of the file that they look like, and reads all; problems are for the report. */
    public static synchronized void read(byte[] bytes) throws IOException {
        SmallContent whole = whole();
        String file = place(new String(bytes, StandardCharsets.ISO_8859_1));
        Path path = whole.root().resolve(file);
        byte[] before = Files.readAllBytes(path);
        try {
            Files.write(path, bytes);
            whole.check().problems();
        } finally {
            Files.write(path, before);
        }
    }

    private static SmallContent whole() throws IOException {
        if (content == null) {
            content = new SmallContent(Files.createTempDirectory("fuzz-content"));
        }
        return content;
    }

    private static String place(String text) {
        return text.startsWith("## ")
                ? SmallContent.LESSON_ZH
                : PLACES.entrySet().stream()
                        .filter(e -> text.contains(e.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(SmallContent.QUIZ);
    }
}
