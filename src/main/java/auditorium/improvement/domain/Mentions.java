package auditorium.improvement.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whom a remark speaks to: an “@” and a name right behind it. Of two names that both fit, the longer one is meant. */
public final class Mentions {

    private Mentions() {}

    public static Set<String> in(String text, Collection<String> names) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String longest = "";
            for (String name : names) {
                if (name.length() > longest.length() && text.startsWith(name, at + 1)) {
                    longest = name;
                }
            }
            if (!longest.isEmpty()) {
                found.add(longest);
            }
        }
        return found;
    }
}
