import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the library larger than it is: in a copy of the content a quiz of twenty questions, put together from those of others, and so many
 * requirements, the real ones once more under other numbers. Run it by bench/run.
 */
final class Content {

    static final String QUIZ = "BENCH-twenty";
    static final int QUESTIONS = 20;

    private static final Pattern TYPE = Pattern.compile("(?m)^    type: (single|multiple|truefalse|numeric|ordering|matching|groups|gaps)$");
    private static final Pattern ID = Pattern.compile("^  - id: (\\S+)");
    private static final Pattern KEY = Pattern.compile("^  - id: ([A-Z]{2})-(\\d\\d)\\b");

    private Content() {}

    public static void main(String[] given) throws IOException {
        if (given.length != 2) {
            System.err.println("usage: Content FOLDER REQUIREMENTS");
            System.exit(2);
        }
        quiz(Path.of(given[0], "quizzes"));
        requirements(Path.of(given[0], "checklists/catalogue"), Integer.parseInt(given[1]));
    }

    private static void quiz(Path folder) throws IOException {
        StringBuilder quiz = new StringBuilder("id: " + QUIZ + "\ntitle: {zh: \"二十题\", en: \"Twenty questions\"}\nlesson: A7-audit-day\npass: 80\ndraw: "
                + QUESTIONS + "\nquestions:\n");
        Set<String> ids = new TreeSet<>();
        for (String name : List.of("A7-audit-day", "B2-working-hours", "C2-fire-safety", "D2-inspection-records")) {
            for (String block : blocks(Files.readString(folder.resolve(name + ".yaml")))) {
                // cards are of the lesson from which a question was taken
                String question = block.replaceAll("(?m)^ +card: .*\n", "");
                Matcher id = ID.matcher(question);
                if (TYPE.matcher(question).find() && !question.contains("card:") && id.find() && ids.add(id.group(1))) {
                    quiz.append(question);
                }
            }
        }
        if (ids.size() < QUESTIONS) {
            throw new IOException("only " + ids.size() + " questions fit");
        }
        Files.writeString(folder.resolve(QUIZ + ".yaml"), quiz);
    }

    private static void requirements(Path folder, int wanted) throws IOException {
        List<Path> files = files(folder);
        int there = 0;
        for (Path file : files) {
            there += blocks(Files.readString(file)).size();
        }
        for (int again = 9; there < wanted && again > 0; again--) {
            for (Path file : files) {
                StringBuilder more = new StringBuilder();
                for (String block : blocks(Files.readString(file))) {
                    Matcher key = KEY.matcher(block);
                    if (there < wanted && key.find()) {
                        more.append("  - id: ").append(key.group(1)).append('-').append(again).append(key.group(2)).append(block.substring(key.end()));
                        there++;
                    }
                }
                Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + more);
            }
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** The items of the file's list, each from its dash to before the next. */
    static List<String> blocks(String yaml) {
        List<String> blocks = new ArrayList<>();
        int from = yaml.indexOf("\n  - id: ");
        while (from >= 0) {
            int next = yaml.indexOf("\n  - id: ", from + 1);
            blocks.add((next < 0 ? yaml.substring(from + 1) : yaml.substring(from + 1, next)).stripTrailing() + "\n");
            from = next;
        }
        return blocks;
    }
}
