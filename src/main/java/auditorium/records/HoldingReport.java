package auditorium.records;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.Lang;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All that is held about one person of the current client, feature by feature. */
@ApplicationScoped
class HoldingReport {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final EntityManager entities;
    private final List<Holding> holdings;
    private final Library library;

    HoldingReport(EntityManager entities, @All List<Holding> holdings, Library library) {
        this.entities = entities;
        this.library = library;
        this.holdings = holdings.stream()
                .sorted(Comparator.comparing(h -> h.title().en()))
                .toList();
    }

    /** One kind of thing: names of its columns for files and for people, its rows, and the rows in words for people. */
    record Held(
            String title,
            String why,
            List<String> keys,
            List<String> columns,
            List<List<String>> rows,
            List<List<String>> words) {}

    List<Held> of(UUID person, UUID account, ZoneId zone, Lang lang) {
        return entities.unwrap(Session.class).doReturningWork(c -> {
            List<Held> all = new ArrayList<>();
            for (Holding holding : holdings) {
                List<String> order = new ArrayList<>();
                String sql = positional(holding.sql(), order);
                try (var s = c.prepareStatement(sql)) {
                    for (int i = 0; i < order.size(); i++) {
                        s.setObject(i + 1, order.get(i).equals("person") ? person : account);
                    }
                    try (var r = s.executeQuery()) {
                        var columns = r.getMetaData();
                        List<String> keys = new ArrayList<>();
                        for (int i = 1; i <= columns.getColumnCount(); i++) {
                            keys.add(columns.getColumnLabel(i));
                        }
                        List<List<String>> rows = new ArrayList<>();
                        while (r.next()) {
                            List<String> row = new ArrayList<>();
                            for (int i = 1; i <= keys.size(); i++) {
                                row.add(shown(r.getObject(i), zone, lang));
                            }
                            rows.add(row);
                        }
                        all.add(new Held(
                                holding.title().in(lang),
                                holding.why().in(lang),
                                keys,
                                keys.stream()
                                        .map(k -> holding.columns().containsKey(k)
                                                ? holding.columns().get(k).in(lang)
                                                : k)
                                        .toList(),
                                rows,
                                rows.stream()
                                        .map(row -> inWords(keys, row, lang))
                                        .toList()));
                    }
                }
            }
            return all;
        });
    }

    private List<String> inWords(List<String> keys, List<String> row, Lang lang) {
        Catalogue catalogue = library.catalogue();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            words.add(HeldWords.of(keys.get(i), row.get(i), catalogue, lang));
        }
        return words;
    }

    /** {@code :person} and {@code :account} as question marks, with their order; a {@code ::cast} stays. */
    static String positional(String sql, List<String> order) {
        StringBuilder out = new StringBuilder();
        var m = java.util.regex.Pattern.compile("(?<!:):(person|account)\\b").matcher(sql);
        while (m.find()) {
            order.add(m.group(1));
            m.appendReplacement(out, "?");
        }
        m.appendTail(out);
        return out.toString();
    }

    private static String shown(@Nullable Object value, ZoneId zone, Lang lang) {
        return switch (value) {
            case null -> "";
            case java.sql.Timestamp at ->
                WHEN.format(Instant.ofEpochMilli(at.getTime()).atZone(zone));
            case Boolean yes -> yes ? (lang == Lang.ZH ? "是" : "yes") : (lang == Lang.ZH ? "否" : "no");
            default -> value.toString();
        };
    }
}
