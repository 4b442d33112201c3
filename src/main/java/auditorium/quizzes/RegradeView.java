package auditorium.quizzes;

import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.RegradeReport.Marked;
import auditorium.quizzes.domain.Regrading;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a regrade would do, before anybody decides, and what earlier ones did.
 *
 * @param id for the order that this page may become
 * @param key the version whose key would mark
 * @param reason what was typed before, when the page comes back
 * @param problem why the order was not taken: {@code reason}, {@code none} (no version chosen) or {@code changed}; else empty
 */
record RegradeView(
        UUID id,
        String quiz,
        String quizTitle,
        String question,
        String text,
        String key,
        int factories,
        List<ReviewText.Line> right,
        String explained,
        List<OfVersion> versions,
        List<PastRow> past,
        String reason,
        String problem) {

    /**
     * Attempts at one earlier version.
     *
     * @param alike it asked the very same: only the key differs
     * @param comparable answers to it can be marked by the new key at all
     * @param up attempts that get more points, {@code down} fewer
     * @param gained would pass now
     * @param kept had passed, would no longer, and keep it
     * @param before how much of the points the attempts had on average, {@code after} would have
     */
    record OfVersion(
            String hash,
            String name,
            String text,
            boolean alike,
            boolean comparable,
            List<ReviewText.Line> right,
            String explained,
            int attempts,
            int up,
            int down,
            int gained,
            int kept,
            int before,
            int after) {}

    /** A regrade that was made, over all factories. */
    record PastRow(String when, String by, String reason, int attempts, int changed, int gained, int kept) {}

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public boolean possible() {
        return versions.stream().anyMatch(OfVersion::comparable);
    }

    static List<OfVersion> versions(List<Marked> marked, Map<String, Question> asked, Question key, Lang lang) {
        Map<String, List<Marked>> byVersion = new TreeMap<>();
        marked.forEach(m ->
                byVersion.computeIfAbsent(m.version(), v -> new ArrayList<>()).add(m));
        List<OfVersion> versions = new ArrayList<>();
        ReviewText words = new ReviewText(lang, QuizWords.in(lang));
        byVersion.forEach((hash, attempts) -> {
            Question old = asked.getOrDefault(hash, key);
            boolean comparable = Regrading.comparable(old, key);
            versions.add(of(hash, old, key, comparable, attempts, words, lang));
        });
        versions.sort(Comparator.comparingInt(OfVersion::attempts).reversed());
        return versions;
    }

    private static OfVersion of(
            String hash,
            Question old,
            Question key,
            boolean comparable,
            List<Marked> attempts,
            ReviewText words,
            Lang lang) {
        int up = 0;
        int down = 0;
        int gained = 0;
        int kept = 0;
        long before = 0;
        long after = 0;
        for (Marked m : attempts) {
            Optional<Regrading.After> would = comparable ? Regrading.of(key, m.before()) : Optional.empty();
            before += m.total().percent();
            after += would.map(w -> w.total().percent()).orElse(m.total().percent());
            if (would.isPresent()) {
                int change = would.get().question().percent() - m.mark().percent();
                up += change > 0 ? 1 : 0;
                down += change < 0 ? 1 : 0;
                gained += would.get().passed() && !m.passed() ? 1 : 0;
                kept += would.get().kept() ? 1 : 0;
            }
        }
        return new OfVersion(
                hash,
                hash.substring(0, Math.min(7, hash.length())),
                Analysis.text(old, lang),
                Regrading.asksAlike(old, key),
                comparable,
                right(words, old),
                words.reason(old.form()),
                attempts.size(),
                up,
                down,
                gained,
                kept,
                (int) (before / attempts.size()),
                (int) (after / attempts.size()));
    }

    /** What counts as right, without anybody's answer. */
    static List<ReviewText.Line> right(ReviewText words, Question question) {
        return words.lines(question, Optional.empty()).stream()
                .filter(ReviewText.Line::right)
                .toList();
    }

    /** The same order may have been carried out in several factories: one line for all. */
    static List<PastRow> past(List<RegradeReport.Past> rows, ZoneId zone) {
        record Sum(RegradeReport.Past first, Regrades.Done done) {}
        Map<UUID, Sum> sums = new LinkedHashMap<>();
        rows.forEach(r -> sums.merge(
                r.id(),
                new Sum(r, r.done()),
                (a, b) -> new Sum(a.first(), a.done().plus(b.done()))));
        return sums.values().stream()
                .sorted(Comparator.comparing((Sum s) -> s.first().at()).reversed())
                .map(s -> new PastRow(
                        when(s.first().at(), zone),
                        s.first().by(),
                        s.first().reason(),
                        s.done().attempts(),
                        s.done().changed(),
                        s.done().gained(),
                        s.done().kept()))
                .toList();
    }

    private static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }
}
