package auditorium.exchange;

import auditorium.library.content.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Areas on a picture, which our questions know as squares of a grid; in both directions. */
final class QtiHotspots {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int FINEST_COLUMNS = 8;
    private static final int FINEST_ROWS = 6;

    private record Box(double left, double top, double right, double bottom) {
        boolean holds(double x, double y) {
            return left <= x && x < right && top <= y && y < bottom;
        }
    }

    private QtiHotspots() {}

    /** The form without its words; {@code right} are the identifiers of the areas that count. */
    static Form.Hotspot of(Xml interaction, double width, double height, List<String> right, Draft draft)
            throws Refused {
        List<Xml> choices = interaction.children("hotspot-choice");
        if (choices.size() > Draft.MOST) {
            throw new Refused("it has more than " + Draft.MOST + " areas");
        }
        List<Box> boxes = new ArrayList<>();
        for (Xml choice : choices) {
            boxes.add(box(choice, width, height));
        }
        int columns = FINEST_COLUMNS;
        int rows = FINEST_ROWS;
        boolean fits = choices.stream().allMatch(c -> c.attribute("shape").equals("rect"));
        for (int c = FINEST_COLUMNS; fits && c >= 2; c--) {
            double step = width / c;
            columns = boxes.stream().allMatch(b -> onLine(b.left, step) && onLine(b.right, step)) ? c : columns;
        }
        for (int r = FINEST_ROWS; fits && r >= 2; r--) {
            double step = height / r;
            rows = boxes.stream().allMatch(b -> onLine(b.top, step) && onLine(b.bottom, step)) ? r : rows;
        }
        List<Form.Hotspot.Spot> spots = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            String identifier = choices.get(i).attribute("identifier");
            if (!right.contains(identifier)) {
                continue;
            }
            Box box = boxes.get(i);
            Set<String> squares = squares(box, width / columns, height / rows, columns, rows);
            boolean exact = Math.abs(squares.size() * (width / columns) * (height / rows)
                            - (box.right - box.left) * (box.bottom - box.top))
                    < 2 * (width + height);
            if (!fits || !exact) {
                draft.note("areas are now whole squares");
            }
            for (String square : squares) {
                if (!taken.add(square)) {
                    throw new Refused("two of its areas lie in the same square");
                }
            }
            spots.add(new Form.Hotspot.Spot(QtiNames.id(identifier), squares, Draft.NONE));
        }
        return new Form.Hotspot(columns, rows, spots, Draft.NONE, Draft.NONE);
    }

    private static boolean onLine(double at, double step) {
        return Math.abs(at - Math.round(at / step) * step) <= 1;
    }

    private static Set<String> squares(Box box, double width, double height, int columns, int rows) {
        Set<String> squares = new LinkedHashSet<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (box.holds((column + 0.5) * width, (row + 0.5) * height)) {
                    squares.add(square(column, row));
                }
            }
        }
        if (squares.isEmpty()) {
            double x = (box.left + box.right) / 2 / width;
            double y = (box.top + box.bottom) / 2 / height;
            squares.add(square(Math.clamp((long) x, 0, columns - 1), Math.clamp((long) y, 0, rows - 1)));
        }
        return squares;
    }

    /** The right areas by identifier. One that is no rectangle comes apart into its squares. */
    static Map<String, Set<String>> right(Form.Hotspot f, Losses losses) {
        Map<String, Set<String>> areas = new LinkedHashMap<>();
        for (Form.Hotspot.Spot spot : f.spots()) {
            if (rectangle(spot.squares())) {
                areas.put(QtiNames.identifier(spot.id()), spot.squares());
                continue;
            }
            losses.note("an area that is no rectangle becomes several");
            int n = 1;
            for (String square : spot.squares()) {
                areas.put(QtiNames.identifier(spot.id()) + (n == 1 ? "" : "-" + n), Set.of(square));
                n++;
            }
        }
        return areas;
    }

    /** Every square outside the right areas can be chosen too, and costs. */
    static Map<String, Set<String>> wrong(Form.Hotspot f, Map<String, Set<String>> right) {
        Map<String, Set<String>> wrong = new LinkedHashMap<>();
        for (int row = 0; row < f.rows(); row++) {
            for (int column = 0; column < f.columns(); column++) {
                String square = square(column, row);
                if (right.values().stream().noneMatch(r -> r.contains(square))) {
                    wrong.put("square-" + square, Set.of(square));
                }
            }
        }
        return wrong;
    }

    /** Whether the squares fill a rectangle. */
    private static boolean rectangle(Set<String> squares) {
        int[] box = bounds(squares);
        return squares.size() == (box[2] - box[0]) * (box[3] - box[1]);
    }

    /** The rectangle around the squares, in whole pixels. */
    static String coordinates(Set<String> squares, double width, double height) {
        int[] box = bounds(squares);
        return Math.round(box[0] * width) + "," + Math.round(box[1] * height) + "," + Math.round(box[2] * width) + ","
                + Math.round(box[3] * height);
    }

    private static int[] bounds(Set<String> squares) {
        int[] box = {FINEST_COLUMNS, FINEST_ROWS, 0, 0};
        for (String square : squares) {
            int column = square.charAt(0) - 'A';
            int row = square.charAt(1) - '1';
            box[0] = Math.min(box[0], column);
            box[1] = Math.min(box[1], row);
            box[2] = Math.max(box[2], column + 1);
            box[3] = Math.max(box[3], row + 1);
        }
        return box;
    }

    static String square(int column, int row) {
        return (char) ('A' + column) + "" + (row + 1);
    }

    private static Box box(Xml choice, double width, double height) throws Refused {
        List<Double> at = new ArrayList<>();
        for (String coordinate : COMMA.split(choice.attribute("coords").strip(), Draft.MOST)) {
            double whole = at.size() % 2 == 0 ? width : height;
            at.add(
                    coordinate.endsWith("%")
                            ? Numbers.of(coordinate.substring(0, coordinate.length() - 1))
                                            .doubleValue()
                                    * whole
                                    / 100
                            : Numbers.of(coordinate.isEmpty() ? "0" : coordinate)
                                    .doubleValue());
        }
        return switch (choice.attribute("shape")) {
            case "default" -> new Box(0, 0, width, height);
            case "circle" -> round(at, 3, 2);
            case "ellipse" -> round(at, 4, 3);
            case "rect" -> {
                if (at.size() != 4) {
                    throw new Refused("an area has broken coordinates");
                }
                yield new Box(at.get(0), at.get(1), at.get(2), at.get(3));
            }
            case "poly" -> {
                double left = Double.MAX_VALUE;
                double top = Double.MAX_VALUE;
                double right = 0;
                double bottom = 0;
                for (int i = 0; i + 1 < at.size(); i += 2) {
                    left = Math.min(left, at.get(i));
                    right = Math.max(right, at.get(i));
                    top = Math.min(top, at.get(i + 1));
                    bottom = Math.max(bottom, at.get(i + 1));
                }
                yield new Box(left, top, right, bottom);
            }
            default -> throw new Refused("an area has an unknown shape");
        };
    }

    private static Box round(List<Double> at, int numbers, int height) throws Refused {
        if (at.size() != numbers) {
            throw new Refused("an area has broken coordinates");
        }
        double h = at.get(2);
        double v = at.get(height);
        return new Box(at.get(0) - h, at.get(1) - v, at.get(0) + h, at.get(1) + v);
    }
}
