package auditorium.readiness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Readiness over the past half year as a line: points in a square of 100 × 100, and the numbers to say beside it. */
record Trend(String line, String area, int from, int to, String since, boolean drawn) {

    static Trend of(Map<LocalDate, Integer> past, LocalDate today, int now) {
        if (past.size() < 2) {
            return new Trend("", "", now, now, "", false);
        }
        Map.Entry<LocalDate, Integer> oldest = past.entrySet().iterator().next();
        LocalDate first = oldest.getKey();
        double span = Math.max(1, ChronoUnit.DAYS.between(first, today));
        List<String> points = new ArrayList<>();
        past.forEach(
                (day, percent) -> points.add(point(100 * ChronoUnit.DAYS.between(first, day) / span, 100 - percent)));
        points.add(point(100, 100 - now));
        String line = String.join(" ", points);
        return new Trend(line, "0,100 " + line + " 100,100", oldest.getValue(), now, first.toString(), true);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.2f,%.0f", x, y);
    }
}
