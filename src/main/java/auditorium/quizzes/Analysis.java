package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.quizzes.AnalysisReport.Given;
import auditorium.quizzes.AnalysisReport.Row;
import auditorium.quizzes.AnalysisReport.Sums;
import auditorium.quizzes.AnalysisReport.Tally;
import auditorium.quizzes.AnalysisView.Figures;
import auditorium.quizzes.AnalysisView.Verdict;
import auditorium.quizzes.domain.ItemAnalysis;
import auditorium.quizzes.domain.ItemSums;
import auditorium.quizzes.domain.Mark;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How questions work, over one factory or several: from first attempts that are marked for good. The overview adds up sums that
 * the database makes; a quiz and a question rest on the newest rows, at most {@value #MOST_ROWS} over all factories.
 */
@ApplicationScoped
class Analysis {

    /** A quiz of ten questions: the newest 3,000 attempts. */
    private static final int MOST_ROWS = 30_000;

    private static final int MOST_TO_LOOK_AT = 12;

    private final Library library;
    private final ContentVersions contents;
    private final AnalysisReport report;
    private final RegradeReport regrades;

    Analysis(Library library, ContentVersions contents, AnalysisReport report, RegradeReport regrades) {
        this.library = library;
        this.contents = contents;
        this.report = report;
        this.regrades = regrades;
    }

    /** A question's sums, in all and by language. */
    private record Parts(ItemSums all, ItemSums zh, ItemSums en) {

        static final Parts NONE = new Parts(ItemSums.NONE, ItemSums.NONE, ItemSums.NONE);

        Parts plus(Optional<Lang> language, ItemSums more) {
            return new Parts(
                    all.plus(more),
                    language.filter(l -> l == Lang.ZH).isPresent() ? zh.plus(more) : zh,
                    language.filter(l -> l == Lang.EN).isPresent() ? en.plus(more) : en);
        }

        Verdict verdict() {
            return Verdict.of(all, zh, en);
        }

        Figures figures(OptionalDouble efficiency, OptionalDouble weight) {
            return Figures.of(all, zh, en, efficiency, weight);
        }
    }

    AnalysisView.Overview overview(Factories factories, Instant since, Lang lang) {
        Catalogue catalogue = library.catalogue();
        Map<String, Map<String, Parts>> parts = new HashMap<>();
        for (Sums s : factories.read(client -> report.sums(client, since))) {
            parts.computeIfAbsent(s.quiz(), q -> new HashMap<>())
                    .merge(
                            s.question(),
                            Parts.NONE.plus(s.language(), s.sums()),
                            (a, b) -> a.plus(s.language(), s.sums()));
        }
        Map<String, long[]> tallies = new HashMap<>();
        for (Tally t : factories.read(client -> report.tallies(client, since))) {
            long[] tally = tallies.computeIfAbsent(t.quiz(), q -> new long[2]);
            tally[0] += t.attempts();
            tally[1] += t.passed();
        }
        List<AnalysisView.Look> look = new ArrayList<>();
        List<AnalysisView.QuizRow> quizzes = new ArrayList<>();
        for (Quiz quiz : catalogue.quizzes()) {
            int before = look.size();
            parts.getOrDefault(quiz.id(), Map.of())
                    .forEach((id, of) -> quiz.question(id)
                            .filter(q -> of.verdict().verdict().alarms())
                            .ifPresent(q -> look.add(new AnalysisView.Look(
                                    quiz.id(),
                                    quiz.title().in(lang),
                                    id,
                                    text(q, lang),
                                    of.verdict(),
                                    of.figures(OptionalDouble.empty(), OptionalDouble.empty())))));
            long[] tally = tallies.getOrDefault(quiz.id(), new long[2]);
            if (tally[0] > 0) {
                quizzes.add(new AnalysisView.QuizRow(
                        quiz.id(),
                        quiz.title().in(lang),
                        tally[0],
                        AnalysisView.percent(tally[1], tally[0]),
                        look.size() - before));
            }
        }
        quizzes.sort(Comparator.comparingInt(AnalysisView.QuizRow::alarms)
                .thenComparingLong(AnalysisView.QuizRow::attempts)
                .reversed());
        look.sort(Comparator.comparing((AnalysisView.Look l) -> l.verdict().verdict())
                .thenComparing(l -> l.figures().numbers().get(0)));
        return new AnalysisView.Overview(
                factories.count(),
                quizzes.stream().mapToLong(AnalysisView.QuizRow::attempts).sum(),
                look.stream().limit(MOST_TO_LOOK_AT).toList(),
                Math.max(0, look.size() - MOST_TO_LOOK_AT),
                quizzes,
                catalogue.quizzes().size() - quizzes.size());
    }

    /** The rows of a quiz, put together to attempts, and everything that is made of them. */
    private static final class Read {

        private final Map<UUID, Map<String, Row>> attempts = new LinkedHashMap<>();
        private final boolean cut;

        Read(List<Row> rows, boolean cut) {
            rows.forEach(r -> attempts.computeIfAbsent(r.attempt(), a -> new LinkedHashMap<>())
                    .put(r.question(), r));
            this.cut = cut;
        }

        private List<Map<String, Mark>> marks() {
            return attempts.values().stream().map(Read::marks).toList();
        }

        private static Map<String, Mark> marks(Map<String, Row> attempt) {
            return attempt.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().mark()));
        }

        /** By question, or by question and version. */
        Map<String, Parts> parts(boolean byVersion) {
            record Group(String key, Optional<Lang> language) {}
            Map<String, Parts> parts = new HashMap<>();
            ItemSums.of(
                            attempts.values(),
                            (attempt, question) -> {
                                Row row = Objects.requireNonNull(attempt.get(question));
                                return new Group(key(row, byVersion), row.language());
                            },
                            Read::marks)
                    .forEach((group, sums) -> parts.merge(
                            group.key(),
                            Parts.NONE.plus(group.language(), sums),
                            (a, b) -> a.plus(group.language(), sums)));
            return parts;
        }

        /** By question and version: each version is a question of its own then. */
        ItemAnalysis analysisByVersion() {
            return ItemAnalysis.of(attempts.values().stream()
                    .map(a -> a.values().stream().collect(Collectors.toMap(r -> key(r, true), Row::mark)))
                    .toList());
        }

        ItemAnalysis analysis() {
            return ItemAnalysis.of(marks());
        }

        Map<String, Set<String>> versions() {
            Map<String, Set<String>> versions = new HashMap<>();
            attempts.values()
                    .forEach(a -> a.values()
                            .forEach(r -> versions.computeIfAbsent(r.question(), q -> new TreeSet<>())
                                    .add(r.version())));
            return versions;
        }

        static String key(Row row, boolean byVersion) {
            return byVersion ? key(row.question(), row.version()) : row.question();
        }

        static String key(String question, String version) {
            return question + ' ' + version;
        }
    }

    private Read read(Factories factories, String quiz, Instant since) {
        int most = Math.max(1000, MOST_ROWS / Math.max(1, factories.count()));
        boolean[] cut = new boolean[1];
        List<Row> rows = factories.read(client -> {
            List<Row> of = report.rows(client, quiz, since, most);
            cut[0] |= of.size() == most;
            return of.size() == most ? whole(of) : of;
        });
        return new Read(rows, cut[0]);
    }

    /** Without the last attempt, of which some rows may be missing. */
    private static List<Row> whole(List<Row> rows) {
        UUID last = rows.getLast().attempt();
        return rows.stream().filter(r -> !r.attempt().equals(last)).toList();
    }

    AnalysisView.QuizPage quiz(Factories factories, Quiz quiz, Instant since, String sort, Lang lang) {
        Read read = read(factories, quiz.id(), since);
        Map<String, Parts> parts = read.parts(false);
        Map<String, Parts> byVersion = read.parts(true);
        ItemAnalysis analysis = read.analysis();
        ItemAnalysis ofVersions = read.analysisByVersion();
        Map<String, Set<String>> versions = read.versions();
        List<AnalysisView.Row> rows = new ArrayList<>();
        int number = 0;
        for (Question question : quiz.questions()) {
            number++;
            if (!question.scored()) {
                continue;
            }
            Parts of = parts.getOrDefault(question.id(), Parts.NONE);
            String current = question.version().hash();
            Set<String> asked = versions.getOrDefault(question.id(), Set.of());
            List<AnalysisView.OfVersion> several = asked.size() < 2 && (asked.isEmpty() || asked.contains(current))
                    ? List.of()
                    : asked.stream()
                            .sorted(Comparator.comparing((String v) -> !v.equals(current)))
                            .map(v -> new AnalysisView.OfVersion(
                                    name(v),
                                    v.equals(current),
                                    figures(byVersion, ofVersions, Read.key(question.id(), v))))
                            .toList();
            rows.add(new AnalysisView.Row(
                    number,
                    question.id(),
                    text(question, lang),
                    of.verdict(),
                    figures(parts, analysis, question.id()),
                    several));
        }
        rows.sort(order(sort));
        return new AnalysisView.QuizPage(
                quiz.id(), quiz.title().in(lang), read.attempts.size(), read.cut, factories.count(), sort, rows);
    }

    private static Figures figures(Map<String, Parts> parts, ItemAnalysis analysis, String key) {
        Optional<ItemAnalysis.Item> item = Optional.ofNullable(analysis.items().get(key));
        return parts.getOrDefault(key, Parts.NONE)
                .figures(
                        item.map(ItemAnalysis.Item::efficiency).orElse(OptionalDouble.empty()),
                        item.map(ItemAnalysis.Item::weight).orElse(OptionalDouble.empty()));
    }

    private static final List<String> NUMBERS =
            List.of("facility", "zh", "en", "deviation", "discrimination", "efficiency", "weight");

    /** By the verdict unless another column is asked for; what can't be said stands last. */
    private static Comparator<AnalysisView.Row> order(String sort) {
        Comparator<AnalysisView.Row> asked = switch (sort) {
            case "number" -> Comparator.comparingInt(AnalysisView.Row::number);
            case "attempts" ->
                Comparator.comparingLong((AnalysisView.Row r) -> r.figures().attempts())
                        .reversed();
            default ->
                NUMBERS.contains(sort)
                        ? Comparator.comparingDouble(r -> r.figures().numbers().get(NUMBERS.indexOf(sort)))
                        : Comparator.comparing(r -> r.verdict().verdict());
        };
        return asked.thenComparingInt(AnalysisView.Row::number);
    }

    AnalysisView.QuestionPage question(
            Factories factories, Quiz quiz, Question question, Instant since, Lang lang, ZoneId zone) {
        Read read = read(factories, quiz.id(), since);
        int most = Math.max(500, MOST_ROWS / 10 / Math.max(1, factories.count()));
        List<Given> given = factories.read(client -> report.given(client, quiz.id(), question.id(), since, most));
        String current = question.version().hash();
        Map<String, List<Given>> byVersion = new TreeMap<>(
                Comparator.comparing((String v) -> !v.equals(current)).thenComparing(v -> v));
        given.forEach(g ->
                byVersion.computeIfAbsent(g.version(), v -> new ArrayList<>()).add(g));
        Set<String> older = new TreeSet<>(byVersion.keySet());
        older.remove(current);
        Map<String, Question> texts = new HashMap<>(older.isEmpty() ? Map.of() : asked(factories, older));
        texts.put(current, question);
        Map<String, Parts> parts = read.parts(true);
        ItemAnalysis analysis = read.analysisByVersion();
        List<AnalysisView.Chosen> versions = new ArrayList<>();
        byVersion.forEach((version, answers) -> {
            Question asked = texts.getOrDefault(version, question);
            versions.add(OptionCounts.of(
                    asked,
                    name(version),
                    version.equals(current),
                    text(asked, lang),
                    figures(parts, analysis, Read.key(question.id(), version)),
                    answers,
                    lang));
        });
        Map<String, Parts> whole = read.parts(false);
        return new AnalysisView.QuestionPage(
                quiz.id(),
                quiz.title().in(lang),
                question.id(),
                text(question, lang),
                question.form().type(),
                question.tests(),
                whole.getOrDefault(question.id(), Parts.NONE).verdict(),
                figures(whole, read.analysis(), question.id()),
                factories.count(),
                read.cut || given.size() >= most,
                factories.read(client -> List.of(regrades.older(client, quiz.id(), question.id(), current))).stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                versions,
                RegradeView.past(factories.read(client -> regrades.past(client, quiz.id(), question.id())), zone));
    }

    /** Versions are global, but reading them wants a transaction, which only the page of one factory has. */
    private Map<String, Question> asked(Factories factories, Set<String> versions) {
        return switch (factories) {
            case Factories.One one -> contents.questions(versions);
            case Factories.Several several ->
                QuarkusTransaction.requiringNew().call(() -> contents.questions(versions));
        };
    }

    private static String name(String version) {
        return version.substring(0, Math.min(7, version.length()));
    }

    static String text(Question question, Lang lang) {
        String text = question.text().in(lang);
        return question.form() instanceof Form.Gaps ? text.replaceAll("\\[\\[[^\\]]*\\]\\]", "____") : text;
    }
}
