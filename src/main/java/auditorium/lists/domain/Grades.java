package auditorium.lists.domain;

import auditorium.library.content.Severity;
import auditorium.platform.Text;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How customers write how grave something is. */
public final class Grades {

    private static final Map<Severity, Text> NAMES = new EnumMap<>(Map.of(
            Severity.ZERO_TOLERANCE, new Text("零容忍", "Zero tolerance"),
            Severity.CRITICAL, new Text("关键", "Critical"),
            Severity.MAJOR, new Text("严重", "Major"),
            Severity.MINOR, new Text("轻微", "Minor")));

    private static final Map<Severity, List<String>> READINGS = new EnumMap<>(Map.of(
            Severity.ZERO_TOLERANCE, List.of("零容忍", "红线", "zero", "zt"),
            Severity.CRITICAL, List.of("关键", "致命", "重大", "critical", "crit"),
            Severity.MAJOR, List.of("严重", "主要", "重要", "major", "maj"),
            Severity.MINOR, List.of("轻微", "次要", "一般", "minor", "min")));

    private Grades() {}

    /** As it is written here. */
    public static Text name(Severity grade) {
        return NAMES.getOrDefault(grade, new Text(grade.name(), grade.name()));
    }

    /** What a cell means; empty for a word that is not known, since a wrong grade is worse than none. */
    public static Optional<Severity> read(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{IsHan}a-z]", "");
        for (Severity grade : Severity.values()) {
            for (String reading : READINGS.getOrDefault(grade, List.of())) {
                boolean abbreviation = reading.matches("[a-z]{1,3}");
                if (abbreviation ? plain.equals(reading) : plain.startsWith(reading)) {
                    return Optional.of(grade);
                }
            }
        }
        return Optional.empty();
    }
}
