package auditorium.library;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses words that coach. Interviews exist because papers can be arranged; telling people what to answer is an offence under
 * every scheme. A text that must quote such a phrase is signed off by name and date in its file.
 */
final class Integrity {

    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile("统一口径"),
            Pattern.compile("统一回答"),
            Pattern.compile("标准答案"),
            Pattern.compile("标准话术"),
            Pattern.compile("应该(这样)?回答"),
            Pattern.compile("要(这样)?回答(说)?[:：“「]"),
            Pattern.compile("(你|大家)?不要(跟|对|和)?审核员说"),
            Pattern.compile("就说[:：“「]"),
            Pattern.compile("背(好|熟)(答案|口径)"),
            Pattern.compile("补(做|填|签)(以前|过去|之前)的?(考勤|工资|记录)"),
            Pattern.compile("if (the |an )?auditors? asks?,? (you )?(say|tell|answer)"),
            Pattern.compile("(you|workers|staff) should (say|answer|tell the auditor)"),
            Pattern.compile("(do not|don't|never) tell the auditor"),
            Pattern.compile("the (right|correct|model) answer (to|for) the auditor"),
            Pattern.compile("same story"),
            Pattern.compile("memori[sz]e (the|these|your) answers?"),
            Pattern.compile("back-?date (the|your|a) record"));

    private Integrity() {}

    /** The first phrase in the text that nobody has signed off. */
    static Optional<String> coaching(String text, Set<String> signedOff) {
        String plain = text.toLowerCase(Locale.ROOT);
        return PHRASES.stream()
                .map(p -> p.matcher(plain))
                .filter(m -> m.find())
                .map(m -> m.group())
                .filter(found -> signedOff.stream().noneMatch(found::contains))
                .findFirst();
    }

    /** The phrases that a reviewer has cleared for this item, by name and date. */
    static Set<String> signedOff(Yaml yaml) {
        Set<String> phrases = new HashSet<>();
        yaml.child("integrity").ifPresent(i -> {
            i.allow("reviewed_by", "on", "phrases");
            if (i.string("reviewed_by").isEmpty() || i.date("on").isEmpty()) {
                i.error("a sign-off names who reviewed it and on which date");
                return;
            }
            i.strings("phrases").forEach(p -> phrases.add(p.toLowerCase(Locale.ROOT)));
        });
        return phrases;
    }
}
