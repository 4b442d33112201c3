package auditorium.library;

import auditorium.library.content.Rating;
import auditorium.library.content.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code checklists/ratings/}: how schemes grade, as far as that is public. */
final class RatingReader {

    private static final List<String> SCHEMES = List.of("clauses", "bands", "points", "nonconformities");

    private static final String FOLDER = "checklists/ratings";

    private final ContentFiles files;

    RatingReader(ContentFiles files) {
        this.files = files;
    }

    /** {@code standards} and {@code areas} are those that a rating may look at. */
    Map<String, Rating> ratings(Map<String, Standard> standards, Set<String> areas) {
        Map<String, Rating> ratings = new LinkedHashMap<>();
        if (!files.hasFolder(FOLDER)) {
            return ratings;
        }
        for (String file : files.list(FOLDER, ".yaml")) {
            files.yaml(file)
                    .ifPresent(yaml -> rating(yaml, standards, areas)
                            .ifPresent(r -> ChecklistReader.put(ratings, r.id(), r, yaml)));
        }
        return ratings;
    }

    private static Optional<Rating> rating(Yaml yaml, Map<String, Standard> standards, Set<String> areas) {
        yaml.allow(
                "id",
                "edition",
                "title",
                "source",
                "confidence",
                "standard",
                "areas",
                "clauses",
                "overall",
                "bands",
                "points",
                "nonconformities");
        String standard = yaml.optional("standard").orElse("");
        Set<String> over = new LinkedHashSet<>(yaml.strings("areas"));
        if (standard.isEmpty() == over.isEmpty()) {
            yaml.error("a rating looks at a “standard” or at “areas”");
        }
        if (!standard.isEmpty() && !standards.containsKey(standard)) {
            yaml.errorAt("standard", "there is no standard “" + standard + "”");
        }
        over.stream()
                .filter(a -> !areas.contains(a))
                .forEach(a -> yaml.errorAt("areas", "there is no area “" + a + "”"));
        List<String> given = SCHEMES.stream().filter(yaml::has).toList();
        if (given.size() != 1) {
            yaml.error("a rating has exactly one of " + String.join(", ", SCHEMES));
            return Optional.empty();
        }
        return scheme(yaml, given.get(0))
                .map(scheme -> new Rating(
                        yaml.id(),
                        yaml.string("edition"),
                        yaml.text("title"),
                        yaml.text("source"),
                        yaml.choice("confidence", Standard.Confidence.class, Standard.Confidence.KNOWN),
                        standard,
                        over,
                        scheme));
    }

    private static Optional<Rating.Scheme> scheme(Yaml yaml, String kind) {
        return switch (kind) {
            case "bands" -> bands(yaml, "bands").map(Rating.Bands::new);
            case "points" ->
                yaml.child("points").flatMap(p -> {
                    p.allow("pass", "of");
                    Rating.Points points = new Rating.Points(p.number("pass"), p.number("of"));
                    if (points.pass() < 1 || points.pass() > points.of()) {
                        p.errorAt("pass", "“pass” is from 1 to “of”");
                        return Optional.empty();
                    }
                    return Optional.of(points);
                });
            case "nonconformities" -> Optional.of(new Rating.Nonconformities());
            default -> bands(yaml, "clauses").flatMap(bands -> clauses(yaml, bands));
        };
    }

    private static Optional<List<Rating.Band>> bands(Yaml yaml, String key) {
        List<Rating.Band> bands = new ArrayList<>();
        for (Yaml band : yaml.list(key)) {
            band.allow("grade", "from");
            bands.add(new Rating.Band(band.string("grade"), band.number("from")));
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from() >= bands.get(i - 1).from()) {
                yaml.errorAt(key, "bands fall: “" + bands.get(i).grade() + "” does not begin below the one before it");
                return Optional.empty();
            }
        }
        if (bands.isEmpty()
                || bands.get(0).from() > 100
                || bands.get(bands.size() - 1).from() != 0) {
            yaml.errorAt(key, "the last band begins at 0, and none above 100");
            return Optional.empty();
        }
        return Optional.of(bands);
    }

    private static Optional<Rating.Scheme> clauses(Yaml yaml, List<Rating.Band> bands) {
        Set<String> known = bands.stream().map(Rating.Band::grade).collect(Collectors.toSet());
        List<Rating.Limits> overall = new ArrayList<>();
        for (Yaml rule : yaml.list("overall")) {
            rule.allow("grade", "at_least", "at_most");
            overall.add(new Rating.Limits(
                    rule.string("grade"), limits(rule, "at_least", known), limits(rule, "at_most", known)));
        }
        Rating.Limits last = overall.isEmpty() ? null : overall.get(overall.size() - 1);
        if (last == null || !last.atLeast().isEmpty() || !last.atMost().isEmpty()) {
            yaml.error("“overall” ends with a grade without limits, which is given when no other is");
            return Optional.empty();
        }
        return Optional.of(new Rating.Clauses(bands, overall));
    }

    private static Map<String, Integer> limits(Yaml rule, String key, Set<String> known) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        rule.child(key).ifPresent(l -> {
            for (String grade : l.keys()) {
                if (!known.contains(grade)) {
                    l.errorAt(grade, "no clause has the grade “" + grade + "”");
                }
                limits.put(grade, l.number(grade));
            }
        });
        return limits;
    }
}
