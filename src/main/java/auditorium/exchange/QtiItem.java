package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** One QTI item, 2.1, 2.2 or 3.0, as one of our questions. */
final class QtiItem {

    private static final Set<String> IN_TEXT = Set.of("text-entry-interaction", "inline-choice-interaction");
    private static final Set<String> ASIDE =
            Set.of("feedback-inline", "feedback-block", "modal-feedback", "rubric-block", "prompt", "stylesheet");

    private final Xml item;
    private final Draft draft;
    private final Function<String, Optional<String>> pictures;
    private final QtiAnswers answers;
    private final List<Xml> interactions;
    private final Set<String> used = new HashSet<>();
    private int gap;

    /** {@code pictures} finds the SVG that the item names. */
    QtiItem(Xml item, Draft draft, Function<String, Optional<String>> pictures) {
        this.item = item;
        this.draft = draft;
        this.pictures = pictures;
        answers = new QtiAnswers(item, draft);
        interactions = item.child("item-body").stream()
                .flatMap(Xml::all)
                .filter(x -> x.name().endsWith("-interaction"))
                .toList();
    }

    Form form() throws Refused {
        draft.name(QtiNames.id(item.attribute("identifier")));
        if (item.child("template-declaration").isPresent()) {
            throw new Refused("its text is made by rules of its own");
        }
        if (interactions.isEmpty()) {
            throw new Refused("it asks nothing");
        }
        Xml body = item.child("item-body").orElseThrow(() -> new Refused("it has no body"));
        Prose prose = new Prose(draft::lost);
        flow(body, prose);
        body.all("prompt").forEach(prompt -> {
            prose.line();
            flow(prompt, prose);
        });
        draft.text(Plain.both(prose.text()));
        for (Xml outcome : item.children("outcome-declaration")) {
            if (outcome.attribute("identifier").equals("MAXSCORE")) {
                draft.points(outcome.text("default-value"));
            }
        }
        if (interactions.stream().allMatch(i -> IN_TEXT.contains(i.name()))) {
            return interactions.size() == 1 && interactions.getFirst().name().equals("text-entry-interaction")
                    ? typed(interactions.getFirst())
                    : gaps();
        }
        if (interactions.size() > 1) {
            throw new Refused("it asks " + interactions.size() + " things at once");
        }
        Xml asked = interactions.getFirst();
        return switch (asked.name()) {
            case "choice-interaction" -> choice(asked);
            case "extended-text-interaction" ->
                draft.essay(Rubric.of(String.join(
                        "\n", item.all("rubric-block").map(r -> words(r).en()).toList())));
            case "order-interaction" -> order(asked);
            case "match-interaction" -> match(asked);
            case "gap-match-interaction" -> gapMatch(asked);
            case "hotspot-interaction" -> hotspot(asked);
            default -> throw new Refused("nothing of ours is like its " + Plain.inReport(asked.name()));
        };
    }

    private Form choice(Xml asked) throws Refused {
        List<Xml> choices = asked.children("simple-choice");
        boolean single = answers.single(response(asked));
        if (single && choices.size() == 2 && choices.stream().allMatch(c -> truth(c).isPresent())) {
            String right = answers.rightOne(response(asked));
            return draft.trueFalse(Boolean.parseBoolean(QtiNames.id(right)), general());
        }
        List<String> right = single ? List.of(answers.rightOne(response(asked))) : answers.right(response(asked));
        List<Form.Option> options = new ArrayList<>();
        for (Xml choice : choices) {
            String identifier = choice.attribute("identifier");
            options.add(new Form.Option(
                    QtiNames.id(identifier), right.contains(identifier), words(choice), feedback(choice)));
        }
        return single ? draft.single(options, general()) : draft.multiple(options, answers.mapped(), general());
    }

    private static Optional<Boolean> truth(Xml choice) {
        return switch (choice.attribute("identifier")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** One field: a number or a word below the text, or a gap within it. */
    private Form typed(Xml asked) throws Refused {
        String text = draft.text().en();
        int field = text.indexOf("[[1]]");
        String before = text.substring(0, Math.max(0, field));
        String after = text.substring(field + "[[1]]".length()).strip();
        boolean below = before.endsWith("\n") && !after.contains("\n");
        String type = answers.baseType(response(asked));
        if (type.equals("float") || type.equals("integer")) {
            draft.text(Plain.both(below ? before : text.replace("[[1]]", "____")));
            Optional<String> tolerance = answers.tolerance();
            return draft.numeric(
                    Numbers.of(answers.rightOne(response(asked))),
                    tolerance.isPresent() ? Numbers.of(tolerance.get()) : BigDecimal.ZERO,
                    below ? Plain.both(after) : Draft.NONE,
                    general());
        }
        if (below && after.isEmpty()) {
            draft.text(Plain.both(before));
            return draft.shortText(answers.accepted(response(asked)), general());
        }
        return gaps();
    }

    private Form gaps() throws Refused {
        List<Form.Gaps.Gap> gaps = new ArrayList<>();
        for (Xml asked : interactions) {
            String id = Integer.toString(gaps.size() + 1);
            if (asked.name().equals("text-entry-interaction")) {
                List<String> accepted = answers.accepted(response(asked));
                gaps.add(new Form.Gaps.Gap(id, List.of(), accepted, accepted));
                continue;
            }
            String right = answers.rightOne(response(asked));
            List<Form.Option> options = asked.children("inline-choice").stream()
                    .map(c -> new Form.Option(
                            QtiNames.id(c.attribute("identifier")),
                            c.attribute("identifier").equals(right),
                            words(c),
                            feedback(c)))
                    .toList();
            gaps.add(new Form.Gaps.Gap(id, options, List.of(), List.of()));
        }
        return draft.gaps(gaps, general());
    }

    private Form gapMatch(Xml asked) throws Refused {
        List<Xml> words = asked.children("gap-text");
        List<Xml> places = asked.all("gap").toList();
        if (words.size() + places.size() > Draft.MOST
                || !asked.children("gap-img").isEmpty()) {
            throw new Refused("it has pictures for its gaps, or too many words");
        }
        if (words.stream().anyMatch(w -> w.attribute("match-max").equals("1"))) {
            draft.note("a word can now be used twice");
        }
        List<List<String>> pairs = answers.pairs(response(asked));
        Prose prose = new Prose(draft::lost);
        flow(asked, prose);
        draft.text(Plain.both(draft.text().en() + "\n" + prose.text()));
        List<Form.Gaps.Gap> gaps = new ArrayList<>();
        for (Xml place : places) {
            List<Form.Option> options = new ArrayList<>();
            for (Xml word : words) {
                boolean right = pairs.contains(List.of(word.attribute("identifier"), place.attribute("identifier")));
                options.add(new Form.Option(QtiNames.id(word.attribute("identifier")), right, words(word), Draft.NONE));
            }
            gaps.add(new Form.Gaps.Gap(Integer.toString(gaps.size() + 1), options, List.of(), List.of()));
        }
        return draft.gaps(gaps, general());
    }

    private Form order(Xml asked) throws Refused {
        List<Form.Item> items = new ArrayList<>();
        List<String> right = answers.right(response(asked));
        Map<Integer, Xml> sorted = new TreeMap<>();
        for (Xml choice : asked.children("simple-choice")) {
            sorted.put(right.indexOf(choice.attribute("identifier")), choice);
        }
        if (sorted.containsKey(-1) || sorted.size() != right.size()) {
            throw new Refused("its answer does not put every item in order");
        }
        sorted.values().forEach(c -> items.add(new Form.Item(QtiNames.id(c.attribute("identifier")), words(c))));
        return draft.ordering(items, general());
    }

    private Form match(Xml asked) throws Refused {
        List<Xml> sets = asked.children("simple-match-set");
        if (sets.size() != 2) {
            throw new Refused("it does not match two sets");
        }
        List<Xml> rights = sets.get(1).children("simple-associable-choice");
        List<Form.Matching.Pair> pairs = new ArrayList<>();
        List<Form.Groups.Sorted> sorted = new ArrayList<>();
        Set<Integer> places = new HashSet<>();
        List<List<String>> answer = answers.pairs(response(asked));
        for (Xml left : sets.get(0).children("simple-associable-choice")) {
            String identifier = left.attribute("identifier");
            List<String> partners = answer.stream()
                    .filter(p -> p.getFirst().equals(identifier))
                    .map(List::getLast)
                    .toList();
            int place = partners.size() == 1
                    ? rights.stream()
                            .map(r -> r.attribute("identifier"))
                            .toList()
                            .indexOf(partners.getFirst())
                    : -1;
            if (place < 0) {
                throw new Refused("a left side belongs to no right side or to several");
            }
            places.add(place);
            Text words = words(left);
            pairs.add(new Form.Matching.Pair(QtiNames.id(identifier), words, words(rights.get(place))));
            sorted.add(new Form.Groups.Sorted(QtiNames.id(identifier), words, "" + place, feedback(left)));
        }
        boolean once = rights.stream().allMatch(r -> r.attribute("match-max").equals("1"));
        if (once && places.size() == pairs.size()) {
            if (places.size() < rights.size()) {
                draft.lost("a right side that belongs to nothing");
            }
            if (sorted.stream().anyMatch(s -> !Plain.blank(s.reason()))) {
                draft.lost("the explanation of a single pair");
            }
            return draft.matching(pairs, general());
        }
        return draft.groups(
                rights.stream()
                        .map(r -> new Form.Item(QtiNames.id(r.attribute("identifier")), words(r)))
                        .toList(),
                sorted);
    }

    private Form hotspot(Xml asked) throws Refused {
        Xml object = asked.children().stream()
                .filter(c -> c.name().equals("object") || c.name().equals("img"))
                .findFirst()
                .orElseThrow(() -> new Refused("it has no picture"));
        String svg = pictures.apply(source(object))
                .orElseThrow(() -> new Refused("its picture is no plain SVG drawing, the only kind we have"));
        double[] size = Drawing.size(svg).orElseThrow(() -> new Refused("its picture has no viewBox from 0 0"));
        double width = object.attribute("width").matches("[1-9][0-9]{0,4}")
                ? Double.parseDouble(object.attribute("width"))
                : size[0];
        List<Xml> words = object.children("p");
        picture(svg, words.isEmpty() ? alt(object) : words(words.getFirst()));
        Form.Hotspot raw =
                QtiHotspots.of(asked, width, width * size[1] / size[0], answers.right(response(asked)), draft);
        return draft.hotspot(new Form.Hotspot(
                raw.columns(),
                raw.rows(),
                raw.spots().stream()
                        .map(s -> new Form.Hotspot.Spot(s.id(), s.squares(), modal(QtiNames.identifier(s.id()))))
                        .toList(),
                modal("MISSES"),
                words.size() < 2 ? Draft.NONE : words(words.get(1))));
    }

    private Text alt(Xml object) {
        Text inside = words(object);
        return Plain.blank(inside) ? Plain.both(object.attribute("alt")) : inside;
    }

    private void picture(String svg, Text alt) {
        if (Plain.blank(alt)) {
            draft.note("no words for its picture");
        }
        draft.picture(new Picture(svg, Plain.blank(alt) ? new Text("图", "A picture") : alt));
    }

    private static String source(Xml object) {
        return object.attribute(object.name().equals("img") ? "src" : "data");
    }

    private static String response(Xml asked) {
        return asked.attribute("response-identifier");
    }

    private Text words(Xml element) {
        Prose prose = new Prose(draft::lost);
        flow(element, prose);
        return Plain.both(prose.text());
    }

    /** What stands in the text itself: no answers, no feedback. */
    private void flow(Xml element, Prose prose) {
        for (Xml.Node node : element.nodes()) {
            switch (node) {
                case Xml.Words(String text) -> prose.words(text);
                case Xml.Child(Xml child) -> {
                    if (IN_TEXT.contains(child.name()) || child.name().equals("gap")) {
                        prose.words("[[" + ++gap + "]]");
                    } else if (child.name().equals("img") && drawn(child)) {
                        prose.line();
                    } else if (!ASIDE.contains(child.name())
                            && !child.name().endsWith("-interaction")
                            && !child.name().equals("gap-text")) {
                        prose.open(child.name());
                        flow(child, prose);
                        prose.close(child.name());
                    }
                }
            }
        }
    }

    private boolean drawn(Xml img) {
        Optional<String> svg = pictures.apply(source(img));
        svg.ifPresent(s -> picture(s, Plain.both(img.attribute("alt"))));
        return svg.isPresent();
    }

    /** What a choice says to who chose it. */
    private Text feedback(Xml choice) {
        Optional<Xml> inside = choice.child("feedback-inline");
        return inside.isPresent() ? words(inside.get()) : modal(choice.attribute("identifier"));
    }

    private Text modal(String identifier) {
        used.add(identifier);
        return item.children("modal-feedback").stream()
                .filter(f -> f.attribute("identifier").equals(identifier))
                .findFirst()
                .map(this::words)
                .orElse(Draft.NONE);
    }

    /** Feedback that belongs to no choice. */
    private Text general() {
        return draft.reason(item.children("modal-feedback").stream()
                .filter(f -> !used.contains(f.attribute("identifier")))
                .map(this::words)
                .toList());
    }
}
