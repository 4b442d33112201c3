package auditorium.search;

import auditorium.search.domain.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the index. It holds content only, which is the same for every client, so no client is named here. */
@ApplicationScoped
class SearchReport {

    private final EntityManager entities;

    SearchReport(EntityManager entities) {
        this.entities = entities;
    }

    /** A thing that was found, and how many of its kind were. */
    record Found(Kind kind, String key, String part, int ofKind) {}

    /** The best {@code most} of each kind; a short text with the words in its title comes first. */
    List<Found> find(String catalogue, Wanted wanted, List<Kind> kinds, int most) {
        List<?> rows = entities.createNativeQuery("""
                        select kind, key, part, of_kind
                          from (select kind, key, part, rank, count(*) over (partition by kind) as of_kind,
                                       row_number() over (partition by kind order by rank desc, key, part) as place
                                  from (select kind, key, part, ts_rank(words, wanted, 1) as rank
                                          from search_entry, cast(?1 as tsquery) as wanted
                                         where words @@ wanted and catalogue = ?2
                                           and kind = any (string_to_array(?3, ','))) as hit) as placed
                         where place <= ?4
                         order by kind, place""", Object[].class)
                .setParameter(1, wanted.query())
                .setParameter(2, catalogue)
                .setParameter(3, kinds.stream().map(Kind::code).collect(Collectors.joining(",")))
                .setParameter(4, most)
                .getResultList();
        List<Found> found = new ArrayList<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            Kind.named((String) r[0])
                    .ifPresent(kind ->
                            found.add(new Found(kind, (String) r[1], (String) r[2], ((Number) r[3]).intValue())));
        }
        return found;
    }
}
