package auditorium.quizzes.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a person answered: one kind of record per kind of answering. Sets and maps are copied and kept in the order of their ids,
 * so equal answers print, store and compare alike. Whether an answer fits a question is said by {@link Answers}.
 */
public sealed interface Answer {

    /** The options that were chosen, for single, multiple and experience. Empty: every choice was taken back. */
    record Chosen(Set<String> ids) implements Answer {
        public Chosen {
            ids = Collections.unmodifiableSet(new TreeSet<>(ids));
        }
    }

    /** It is so, or it isn't. */
    record Truth(boolean value) implements Answer {}

    /** A number, in the question's unit, without trailing zeros: 2.50 and 2.5 are the same answer. */
    record Amount(BigDecimal value) implements Answer {

        private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}|\\d{1,3}(,\\d{3}){1,9})(\\.\\d{1,20})?");

        public Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /**
         * A number as people type it: full-width digits, a sign, commas between thousands. Nothing else is a number: no
         * exponent, which a short text could make endless, no NaN.
         */
        public static Optional<Amount> of(String typed) {
            if (typed.length() > 100) {
                return Optional.empty();
            }
            String plain =
                    Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
            return NUMBER.matcher(plain).matches()
                    ? Optional.of(new Amount(new BigDecimal(plain.replace(",", ""))))
                    : Optional.empty();
        }
    }

    /** A word or two, as typed. */
    record Words(String text) implements Answer {}

    /** Item ids, first to last. */
    record Order(List<String> ids) implements Answer {
        public Order {
            ids = List.copyOf(ids);
        }
    }

    /** From a left side's id to the id of the right side it was given, which is {@link RightSides#id}. */
    record Pairs(Map<String, String> rights) implements Answer {
        public Pairs {
            rights = Collections.unmodifiableMap(new TreeMap<>(rights));
        }
    }

    /** From a gap's id to the chosen option's id, or to the text that was typed. */
    record Filled(Map<String, String> gaps) implements Answer {
        public Filled {
            gaps = Collections.unmodifiableMap(new TreeMap<>(gaps));
        }
    }

    /** Squares of a picture: the column's letter and the row's number, A1 at the top left. */
    record Squares(Set<String> squares) implements Answer {
        public Squares {
            squares = Collections.unmodifiableSet(new TreeSet<>(squares));
        }
    }

    /** From an item's id to the id of the group it was put in. */
    record Sorted(Map<String, String> groups) implements Answer {
        public Sorted {
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        }
    }

    /** The answers to the steps of a case, by the steps' ids. */
    record Steps(Map<String, Answer> answers) implements Answer {
        public Steps {
            answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        }
    }

    /** Text that a person will mark, as typed. */
    record FreeText(String text) implements Answer {}

    /** "I don't know": an honest answer to any question. No points, and none taken away. */
    record Unknown() implements Answer {}

    /** Whatever was answered before is taken back: the question stands as if nobody had answered it. */
    record Nothing() implements Answer {}
}
