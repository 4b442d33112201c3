package auditorium.library.content;

import auditorium.platform.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a question is answered and what is right. Ids inside are stable words, never positions. */
public sealed interface Form {

    /** What files call the types. */
    Set<String> TYPES = Set.of(
            "single",
            "multiple",
            "truefalse",
            "numeric",
            "text",
            "ordering",
            "matching",
            "gaps",
            "hotspot",
            "groups",
            "scenario",
            "essay",
            "experience");

    /** What files call this type. */
    default String type() {
        return switch (this) {
            case Single f -> "single";
            case Multiple f -> "multiple";
            case TrueFalse f -> "truefalse";
            case Numeric f -> "numeric";
            case ShortText f -> "text";
            case Ordering f -> "ordering";
            case Matching f -> "matching";
            case Gaps f -> "gaps";
            case Hotspot f -> "hotspot";
            case Groups f -> "groups";
            case Scenario f -> "scenario";
            case Essay f -> "essay";
            case Experience f -> "experience";
        };
    }

    /** One of several answers that can be chosen; {@code source}: what its reason rests on, where that is not what the question does. */
    record Option(String id, boolean correct, Text text, Text reason, Optional<Basis> source) {

        /** One that rests on what the whole question rests on. */
        public Option(String id, boolean correct, Text text, Text reason) {
            this(id, correct, text, reason, Optional.empty());
        }
    }

    /** Something that can be put in order, paired or sorted. */
    record Item(String id, Text text) {}

    /** One right option. */
    record Single(List<Option> options) implements Form {}

    /** Some right options; with {@code partial}, each right one counts and each wrong one costs. */
    record Multiple(List<Option> options, boolean partial) implements Form {}

    /** Is it so? */
    record TrueFalse(boolean answer, Text reason) implements Form {}

    /** A number; right within the tolerance. */
    record Numeric(BigDecimal value, BigDecimal tolerance, Text unit, Text reason) implements Form {}

    /** A word or two, in either language. */
    record ShortText(List<String> acceptZh, List<String> acceptEn, Text reason) implements Form {}

    /** Items in the right order. */
    record Ordering(List<Item> items, Text reason) implements Form {}

    /** What belongs to what. */
    record Matching(List<Pair> pairs, Text reason) implements Form {
        /** A left side and the right side that belongs to it. */
        public record Pair(String id, Text left, Text right) {}
    }

    /** Gaps in the question's text, each chosen or typed. */
    record Gaps(List<Gap> gaps, Text reason) implements Form {
        /** A gap has either options to choose from or spellings that are accepted. */
        public record Gap(String id, List<Option> options, List<String> acceptZh, List<String> acceptEn) {}
    }

    /** Squares on a picture, lettered and numbered like a map. */
    record Hotspot(int columns, int rows, List<Spot> spots, Text misses, Text description) implements Form {
        /** A fault in the picture; any of its squares counts as finding it. */
        public record Spot(String id, Set<String> squares, Text reason) {}
    }

    /** Items sorted into groups. */
    record Groups(List<Item> groups, List<Sorted> items) implements Form {
        /** An item with the group it belongs to. */
        public record Sorted(String id, Text text, String group, Text reason) {}
    }

    /** A case with questions that may depend on earlier decisions. */
    record Scenario(Text story, List<Step> steps) implements Form {
        /** A question of the case; {@code when} says which earlier answers lead to it (all must hold; empty: always). */
        public record Step(Question question, Map<String, Set<String>> when) {}
    }

    /** Free text that a person marks by a rubric. */
    record Essay(List<Criterion> rubric) implements Form {
        /** What to look for, and its points. */
        public record Criterion(String id, int points, Text text) {}
    }

    /** What a person sees and lives. Nothing is right; some options point at a risk. */
    record Experience(List<Seen> options) implements Form {
        /** What may be so; {@code signal} marks what points at a risk, and is never shown. */
        public record Seen(String id, Text text, boolean signal) {}
    }
}
