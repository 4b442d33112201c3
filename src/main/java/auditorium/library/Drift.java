package auditorium.library;

import auditorium.platform.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where two languages say different things: the numbers, units and clause ids in them must be the same. */
final class Drift {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)*");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");
    private static final Pattern ENGLISH_MONTH =
            Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\b");

    private Drift() {}

    /** What differs, in words; empty when the numbers agree. */
    static Optional<String> between(Text text) {
        List<String> zh = numbers(text.zh());
        List<String> en = numbers(text.en());
        if (zh.equals(en) || ENGLISH_MONTH.matcher(text.en()).find()) {
            return Optional.empty(); // a month is a number in Chinese and a name in English
        }
        List<String> onlyZh = without(zh, en);
        List<String> onlyEn = without(en, zh);
        return Optional.of("the numbers differ: " + (onlyZh.isEmpty() ? "none" : String.join(" ", onlyZh))
                + " only in zh, " + (onlyEn.isEmpty() ? "none" : String.join(" ", onlyEn)) + " only in en");
    }

    static List<String> numbers(String text) {
        List<String> found = new ArrayList<>();
        Matcher m = NUMBER.matcher(GROUPED.matcher(text).replaceAll(""));
        while (m.find()) {
            found.add(m.group());
        }
        Collections.sort(found);
        return found;
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }
}
