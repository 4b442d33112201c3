package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One question in the making. Importers say what they found; the draft gives ids to what has none, fills what our files can't do
 * without, notes what is lost, and refuses what could never be asked.
 */
final class Draft {

    static final Text NONE = new Text("", "");
    static final Text RIGHT = new Text("对。", "Right.");
    static final Text WRONG = new Text("不对。", "Not right.");
    static final Text UNEXPLAINED = new Text("没有说明。", "No explanation was given.");
    private static final Text NO_UNIT = new Text("—", "—");
    private static final Text NO_RUBRIC = new Text("回答完整、符合事实。", "The answer is complete and true to the facts.");
    private static final int LONGEST = 20_000;
    static final int MOST = 100;
    private static final int MOST_POINTS = 100;

    /** How an importer makes a form of what it found. */
    @FunctionalInterface
    interface Reading {
        Form form(Draft draft) throws Refused;
    }

    private final Set<String> losses = new LinkedHashSet<>();
    private String name = "";
    private Text text = NONE;
    private int points = 1;
    private List<String> tests = List.of();
    private Optional<Picture> picture = Optional.empty();

    private Draft() {}

    static void of(String where, Consumer<Importer.Item> items, Reading reading) {
        items.accept(read(where, reading));
    }

    private static Importer.Item read(String where, Reading reading) {
        Draft draft = new Draft();
        try {
            Form form = reading.form(draft);
            filled(draft.text, "the question");
            return new Importer.Item(
                    where,
                    Optional.of(new ImportedQuestion(
                            draft.name, draft.text, draft.picture, draft.points, draft.tests, form)),
                    List.copyOf(draft.losses));
        } catch (Refused e) {
            return refused(where, e.why());
        }
    }

    static Importer.Item refused(String where, String why) {
        return new Importer.Item(where, Optional.empty(), List.of(why));
    }

    void lost(String what) {
        losses.add(what + " is lost");
    }

    void note(String remark) {
        losses.add(remark);
    }

    void name(String name) {
        this.name = Plain.inReport(name);
    }

    void text(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    void picture(Picture picture) {
        this.picture = Optional.of(picture);
    }

    void tests(List<String> tests) {
        this.tests = List.copyOf(tests);
    }

    /** Our points are whole. */
    void points(String given) throws Refused {
        BigDecimal number = Numbers.of(given);
        boolean fits = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(MOST_POINTS)) <= 0;
        points = fits ? Math.max(1, number.intValue()) : 1;
        if (number.compareTo(BigDecimal.valueOf(points)) != 0) {
            note("it counts " + points + " instead of " + Plain.inReport(given));
        }
    }

    /** The first explanation there is; ours has room for one. */
    Text reason(List<Text> given) {
        List<Text> found =
                given.stream().filter(t -> !Plain.blank(t)).distinct().toList();
        if (found.size() > 1) {
            note("of " + found.size() + " explanations the first is kept");
        }
        return found.isEmpty() ? NONE : found.getFirst();
    }

    /** One right option; {@code general} explains what has no explanation of its own. */
    Form single(List<Form.Option> options, Text general) throws Refused {
        if (options.stream().filter(Form.Option::correct).count() != 1) {
            throw new Refused("not exactly one of its options is right");
        }
        return new Form.Single(options(options, general));
    }

    Form multiple(List<Form.Option> options, boolean partial, Text general) throws Refused {
        if (options.stream().noneMatch(Form.Option::correct)) {
            throw new Refused("none of its options is right");
        }
        return new Form.Multiple(options(options, general), partial);
    }

    private List<Form.Option> options(List<Form.Option> raw, Text general) throws Refused {
        int unexplained =
                (int) raw.stream().filter(o -> Plain.blank(o.reason())).count();
        if (unexplained == 0 && !Plain.blank(general)) {
            lost("the explanation of the whole");
        }
        List<Form.Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Form.Option o : identified(raw)) {
            if (!seen.add(o.text().zh().replaceAll("[\\p{P}\\s]", ""))) {
                throw new Refused("two of its options differ in nothing but punctuation");
            }
            Text verdict = o.correct() ? RIGHT : WRONG;
            Text reason = Plain.blank(o.reason()) ? explained(general, verdict) : o.reason();
            options.add(new Form.Option(o.id(), o.correct(), o.text(), reason));
        }
        return options;
    }

    private static List<Form.Option> identified(List<Form.Option> raw) throws Refused {
        size(raw, "options", 2);
        WordIds ids = new WordIds();
        List<Form.Option> options = new ArrayList<>();
        for (Form.Option o : raw) {
            Text text = filled(o.text(), "an option");
            options.add(new Form.Option(ids.next(o.id(), text.en()), o.correct(), text, o.reason()));
        }
        return options;
    }

    Form trueFalse(boolean answer, Text reason) {
        return new Form.TrueFalse(answer, explained(reason, UNEXPLAINED));
    }

    Form numeric(BigDecimal value, BigDecimal tolerance, Text unit, Text reason) throws Refused {
        if (tolerance.signum() < 0) {
            throw new Refused("its tolerance is below zero");
        }
        if (Plain.blank(unit)) {
            note("no unit");
        }
        return new Form.Numeric(value, tolerance, Plain.blank(unit) ? NO_UNIT : unit, explained(reason, UNEXPLAINED));
    }

    Form shortText(List<String> accepted, Text reason) throws Refused {
        List<String> spellings = spellings(accepted);
        return new Form.ShortText(spellings, spellings, explained(reason, UNEXPLAINED));
    }

    private static List<String> spellings(List<String> accepted) throws Refused {
        List<String> spellings = accepted.stream()
                .map(Plain::clean)
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
        size(spellings, "accepted answers", 1);
        for (String spelling : spellings) {
            filled(Plain.both(spelling), "an accepted answer");
        }
        return spellings;
    }

    Form ordering(List<Form.Item> raw, Text reason) throws Refused {
        return new Form.Ordering(items(raw, "an item"), explained(reason, UNEXPLAINED));
    }

    private static List<Form.Item> items(List<Form.Item> raw, String what) throws Refused {
        size(raw, "items", 2);
        WordIds ids = new WordIds();
        List<Form.Item> items = new ArrayList<>();
        for (Form.Item i : raw) {
            items.add(new Form.Item(ids.next(i.id(), filled(i.text(), what).en()), i.text()));
        }
        if (items.stream().map(Form.Item::text).distinct().count() < items.size()) {
            throw new Refused("two of its items are the same");
        }
        return items;
    }

    /** Pairs, or groups when several left sides belong to one right side. */
    Form matching(List<Form.Matching.Pair> pairs, Text reason) throws Refused {
        size(pairs, "pairs", 2);
        Map<Text, Form.Item> groups = new LinkedHashMap<>();
        pairs.forEach(p -> groups.putIfAbsent(p.right(), new Form.Item("", p.right())));
        if (groups.size() < pairs.size()) {
            List<Form.Item> rights = List.copyOf(groups.values());
            return groups(
                    rights,
                    pairs.stream()
                            .map(p -> new Form.Groups.Sorted(
                                    p.id(), p.left(), "" + rights.indexOf(new Form.Item("", p.right())), reason))
                            .toList());
        }
        List<Form.Item> lefts =
                items(pairs.stream().map(p -> new Form.Item(p.id(), p.left())).toList(), "a left side");
        List<Form.Matching.Pair> named = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            named.add(new Form.Matching.Pair(
                    lefts.get(i).id(), lefts.get(i).text(), filled(pairs.get(i).right(), "a right side")));
        }
        return new Form.Matching(named, explained(reason, UNEXPLAINED));
    }

    /** Each item names its group by the group's place in the list. */
    Form groups(List<Form.Item> rawGroups, List<Form.Groups.Sorted> rawItems) throws Refused {
        List<Form.Item> groups = items(rawGroups, "a group");
        List<Form.Item> items = items(
                rawItems.stream().map(i -> new Form.Item(i.id(), i.text())).toList(), "an item");
        List<Form.Groups.Sorted> sorted = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Form.Groups.Sorted raw = rawItems.get(i);
            sorted.add(new Form.Groups.Sorted(
                    items.get(i).id(),
                    raw.text(),
                    groups.get(Integer.parseInt(raw.group())).id(),
                    explained(raw.reason(), UNEXPLAINED)));
        }
        return new Form.Groups(groups, sorted);
    }

    /** The text has each gap as {@code [[id]]}, once. */
    Form gaps(List<Form.Gaps.Gap> raw, Text reason) throws Refused {
        size(raw, "gaps", 1);
        List<Form.Gaps.Gap> gaps = new ArrayList<>();
        for (Form.Gaps.Gap gap : raw) {
            String mark = "[[" + gap.id() + "]]";
            if (text.en().split(java.util.regex.Pattern.quote(mark), -1).length != 2) {
                throw new Refused("the mark " + mark + " does not stand in its text once");
            }
            if (gap.options().isEmpty()) {
                List<String> spellings = spellings(gap.acceptEn());
                gaps.add(new Form.Gaps.Gap(gap.id(), List.of(), spellings, spellings));
                continue;
            }
            if (gap.options().stream().filter(Form.Option::correct).count() != 1) {
                throw new Refused("not exactly one option of a gap is right");
            }
            gaps.add(new Form.Gaps.Gap(gap.id(), identified(gap.options()), List.of(), List.of()));
        }
        return new Form.Gaps(gaps, explained(reason, UNEXPLAINED));
    }

    Form essay(List<Form.Essay.Criterion> raw) throws Refused {
        List<Form.Essay.Criterion> rubric = raw;
        if (raw.isEmpty()) {
            note("no rubric");
            rubric = List.of(new Form.Essay.Criterion("answer", points, NO_RUBRIC));
        }
        WordIds ids = new WordIds();
        List<Form.Essay.Criterion> named = new ArrayList<>();
        for (Form.Essay.Criterion c : rubric) {
            named.add(new Form.Essay.Criterion(
                    ids.next(c.id(), filled(c.text(), "a criterion").en()), c.points(), c.text()));
        }
        size(named, "criteria", 1);
        points = named.stream().mapToInt(Form.Essay.Criterion::points).sum();
        return new Form.Essay(named);
    }

    Form hotspot(Form.Hotspot raw) throws Refused {
        size(raw.spots(), "right areas", 1);
        WordIds ids = new WordIds();
        List<Form.Hotspot.Spot> spots = new ArrayList<>();
        for (Form.Hotspot.Spot s : raw.spots()) {
            spots.add(new Form.Hotspot.Spot(
                    ids.next(s.id(), String.join(" ", s.squares())), s.squares(), explained(s.reason(), RIGHT)));
        }
        return new Form.Hotspot(
                raw.columns(),
                raw.rows(),
                spots,
                explained(raw.misses(), WRONG),
                explained(raw.description(), UNEXPLAINED));
    }

    private Text explained(Text given, Text otherwise) {
        if (Plain.blank(given)) {
            note("no explanation");
            return otherwise;
        }
        return given;
    }

    private static Text filled(Text text, String what) throws Refused {
        if (text.zh().isBlank() || text.en().isBlank()) {
            throw new Refused(what + " has no text");
        }
        if (text.zh().length() > LONGEST || text.en().length() > LONGEST) {
            throw new Refused(what + " is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static void size(List<?> found, String what, int least) throws Refused {
        if (found.size() < least || found.size() > MOST) {
            throw new Refused("it has " + found.size() + " " + what + " where " + least + " to " + MOST + " can be");
        }
    }
}
