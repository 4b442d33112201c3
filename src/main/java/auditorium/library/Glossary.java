package auditorium.library;

import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.library.content.Term;
import auditorium.platform.Lang;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a term first stands in a lesson, so that it can be tapped. Only in running text: never inside a tag, a heading, a
 * picture, a link or the head of a table. The longest term wins, and a term that was marked before still keeps shorter ones out of it.
 */
final class Glossary {

    /** Where text is not for tapping. */
    private static final Set<String> CLOSED =
            Set.of("a", "svg", "th", "thead", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6");

    /** One way to write a term. */
    private record Spelling(String text, Term term, boolean exactCase, boolean words) {}

    private final Map<Character, List<Spelling>> zh;
    private final Map<Character, List<Spelling>> en;

    Glossary(Collection<Term> terms) {
        zh = byFirstLetter(terms, Lang.ZH);
        en = byFirstLetter(terms, Lang.EN);
    }

    private static Map<Character, List<Spelling>> byFirstLetter(Collection<Term> terms, Lang lang) {
        Map<String, Spelling> all = new LinkedHashMap<>();
        for (Term term : terms) {
            for (String spelling : term.spellings(lang)) {
                String text = Pictures.escape(spelling.strip());
                if (text.codePointCount(0, text.length()) >= 2) {
                    boolean words = text.codePoints().allMatch(c -> c < 0x250);
                    boolean capitals = words
                            && text.chars().anyMatch(Character::isUpperCase)
                            && text.chars().noneMatch(Character::isLowerCase);
                    all.putIfAbsent(text, new Spelling(text, term, capitals || !words, words));
                }
            }
        }
        Map<Character, List<Spelling>> byFirst = all.values().stream()
                .collect(Collectors.groupingBy(
                        s -> Character.toLowerCase(s.text().charAt(0))));
        byFirst.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Spelling s) -> -s.text().length())));
        return byFirst;
    }

    /** The lesson with each term marked where it first stands; the card of sources names laws and is left alone. */
    Reading read(Lesson lesson, Lang lang) {
        Map<String, Term> found = new LinkedHashMap<>();
        List<String> cards = new ArrayList<>();
        for (Card card : lesson.cards()) {
            String html = card.html().in(lang);
            cards.add(card.kind() == Card.Kind.SOURCE ? html : mark(html, lang, found));
        }
        return new Reading(List.copyOf(cards), List.copyOf(found.values()));
    }

    private String mark(String html, Lang lang, Map<String, Term> found) {
        StringBuilder out = new StringBuilder(html.length() + 256);
        int closed = 0;
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            if (closed == 0) {
                text(html, at, end, lang, found, out);
            } else {
                out.append(html, at, end);
            }
            if (tag < 0) {
                break;
            }
            at = html.indexOf('>', tag) + 1;
            boolean leaves = html.charAt(tag + 1) == '/';
            if (CLOSED.contains(name(html, tag + (leaves ? 2 : 1))) && html.charAt(at - 2) != '/') {
                closed += leaves ? -1 : 1;
            }
            out.append(html, tag, at);
        }
        return out.toString();
    }

    private static String name(String html, int from) {
        int to = from;
        while (Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to);
    }

    private void text(String html, int from, int to, Lang lang, Map<String, Term> found, StringBuilder out) {
        Map<Character, List<Spelling>> spellings = lang == Lang.ZH ? zh : en;
        int at = from;
        while (at < to) {
            int end = -1;
            Spelling spelling = longest(spellings, html, at, to);
            if (spelling != null) {
                end = at + spelling.text().length();
                if (spelling.words() && end < to && html.charAt(end) == 's' && boundary(html, end + 1, to)) {
                    end++; // more than one of it
                }
                Term term = spelling.term();
                if (found.putIfAbsent(term.id(), term) == null) {
                    out.append("<a class=\"term\" href=\"#term-")
                            .append(term.id())
                            .append("\">")
                            .append(html, at, end)
                            .append("</a>");
                    at = end;
                    continue;
                }
            }
            int next = end < 0 ? at + 1 : end;
            out.append(html, at, next);
            at = next;
        }
    }

    private static @Nullable Spelling longest(Map<Character, List<Spelling>> spellings, String html, int at, int to) {
        for (Spelling s : spellings.getOrDefault(Character.toLowerCase(html.charAt(at)), List.of())) {
            int end = at + s.text().length();
            if (end <= to
                    && html.regionMatches(
                            !s.exactCase(), at, s.text(), 0, s.text().length())
                    && (!s.words()
                            || (boundary(html, at - 1, to)
                                    && (boundary(html, end, to)
                                            || (html.charAt(end) == 's' && boundary(html, end + 1, to)))))) {
                return s;
            }
        }
        return null;
    }

    /** Whether no word goes on at this place. A hyphen joins, but not at the end of a line of thought. */
    private static boolean boundary(String html, int at, int to) {
        if (at < 0 || at >= to) {
            return true;
        }
        char c = html.charAt(at);
        return c >= 0x250 || !(Character.isLetterOrDigit(c) || c == '-');
    }

    /** Readings made so far; each is made when it is first wanted, so that loading stays fast. */
    static final class Readings {
        private final Glossary glossary;
        private final Map<String, Reading> made = new ConcurrentHashMap<>();

        Readings(Collection<Term> terms) {
            glossary = new Glossary(terms);
        }

        Reading of(Lesson lesson, Lang lang) {
            return made.computeIfAbsent(lesson.id() + "/" + lang.code(), key -> glossary.read(lesson, lang));
        }
    }
}
