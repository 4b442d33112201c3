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

    /** A way of coaching. Most texts have none of the {@code signs} that it can't do without, and so need no pattern. */
    private record Phrase(Pattern pattern, List<String> signs) {
        boolean mayStandIn(String text) {
            return signs.stream().anyMatch(text::contains);
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            phrase("统一口径", "统一口径"),
            phrase("统一回答", "统一回答"),
            phrase("标准答案", "标准答案"),
            phrase("标准话术", "标准话术"),
            phrase("应该(这样)?回答", "应该回答", "应该这样回答"),
            phrase("要(这样)?回答(说)?[:：“「]", "要回答", "要这样回答"),
            phrase("(你|大家)?不要(跟|对|和)?审核员说", "审核员说"),
            phrase("就说[:：“「]", "就说"),
            phrase("背(好|熟)(答案|口径)", "背好", "背熟"),
            phrase("补(做|填|签)(以前|过去|之前)的?(考勤|工资|记录)", "补做", "补填", "补签"),
            phrase("if (the |an )?auditors? asks?,? (you )?(say|tell|answer)", "auditor ask", "auditors ask"),
            phrase(
                    "(you|workers|staff) should (say|answer|tell the auditor)",
                    "should say",
                    "should answer",
                    "should tell"),
            phrase("(do not|don't|never) tell the auditor", "tell the auditor"),
            phrase("the (right|correct|model) answer (to|for) the auditor", "answer to the", "answer for the"),
            phrase("same story", "same story"),
            phrase("memori[sz]e (the|these|your) answers?", "memori"),
            phrase("back-?date (the|your|a) record", "backdate", "back-date"));

    private static Phrase phrase(String pattern, String... signs) {
        return new Phrase(Pattern.compile(pattern), List.of(signs));
    }

    private Integrity() {}

    /** Refuses an item whose own words coach. */
    static void check(Yaml yaml) {
        coaching(yaml.canonical(), signedOff(yaml))
                .ifPresent(p -> yaml.error("“" + p + "” coaches; an integrity reviewer must sign it off"));
    }

    /** The first phrase in the text that nobody has signed off. */
    static Optional<String> coaching(String text, Set<String> signedOff) {
        String plain = text.toLowerCase(Locale.ROOT);
        return PHRASES.stream()
                .filter(p -> p.mayStandIn(plain))
                .map(p -> p.pattern().matcher(plain))
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
