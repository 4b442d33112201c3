package auditorium.lists;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Requirement;
import auditorium.lists.domain.ListComparison;
import auditorium.lists.domain.ListField;
import auditorium.lists.domain.ListLine;
import auditorium.lists.domain.Resemblance;
import auditorium.lists.domain.Wanted;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.TableWork;
import auditorium.platform.tables.Unreadable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads editions of lists, finds what their lines resemble, and compares them with the edition that counts, one after the other and
 * beside the requests. How far it is stands in the table; when this server dies nothing counts yet and the reading can be begun again.
 */
@ApplicationScoped
class ListWork {

    private static final int BATCH = 500;
    static final int MOST_SUGGESTED = 3;
    /** Less resemblance than this is chance. */
    static final int LEAST_PERCENT = 10;

    private static final double TITLE = 1.5;
    private static final double TEXT = 1;
    private static final double MORE = 0.5;

    private static final int MOST_NAMED = 5;

    private final Editions editions;
    private final Decisions decisions;
    private final Library library;
    private final ClientScope scope;
    private final TableWork worker = new TableWork("list-reading");

    ListWork(Editions editions, Decisions decisions, Library library, ClientScope scope) {
        this.editions = editions;
        this.decisions = decisions;
        this.library = library;
        this.scope = scope;
    }

    /** For whom the work is done, since it goes on after their request. */
    private record Who(UUID client, UUID account, Lang lang) {}

    @PreDestroy
    void stop() {
        worker.stop();
    }

    /** Begins to read and compare an edition, unless somebody is at it. */
    void begin(UUID client, UUID edition, UUID by, Lang lang) {
        if (scope.inside(client, () -> editions.begin(client, edition))) {
            Who who = new Who(client, by, lang);
            worker.begin(edition, lang, () -> read(who, edition), words -> fail(edition, who, words));
        }
    }

    private void fail(UUID edition, Who who, String words) {
        scope.inside(who.client(), () -> {
            editions.clear(who.client(), edition);
            editions.end(who.client(), edition, Editions.State.COLUMNS, words);
        });
    }

    private void read(Who who, UUID id) throws IOException {
        UUID client = who.client();
        Editions.Edition edition =
                scope.inside(client, () -> editions.find(client, id).orElseThrow());
        byte[] bytes = scope.inside(client, () -> editions.bytes(client, id).orElseThrow());
        scope.inside(client, () -> editions.clear(client, id));
        Set<String> strange = new LinkedHashSet<>();
        Filing filing = new Filing(client, edition, strange);
        TableFile.kept(bytes, edition.workbook(), table -> {
            table.read(edition.sheet(), edition.charset(), filing::row);
            return filing;
        });
        filing.flush();
        scope.inside(client, () -> editions.countAnew(filing.position));
        if (filing.position == 0) {
            throw new Unreadable(
                    "一行要求都没有读到。请核对表头行和各列的含义。", "No line with a text was found. Check the heading row and the columns.");
        }
        String remark = strange.isEmpty() ? "" : remark(strange, who.lang());
        scope.inside(client, () -> {
            Optional<UUID> current = editions.current(client, edition.list());
            current.ifPresent(before -> {
                List<Editions.Placed> old = editions.lines(client, before);
                List<Editions.Placed> fresh = editions.lines(client, id);
                editions.compared(
                        client,
                        id,
                        before,
                        ListComparison.of(
                                old.stream().map(Editions.Placed::line).toList(),
                                fresh.stream().map(Editions.Placed::line).toList()),
                        old,
                        fresh);
                editions.countAnew(fresh.size());
            });
            editions.end(client, id, Editions.State.READ, remark);
            if (current.isEmpty()) { // there is nothing that it could change
                decisions.take(client, edition.list(), id, who.account());
            }
        });
    }

    private static String remark(Set<String> strange, Lang lang) {
        String named = strange.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (strange.size() > MOST_NAMED ? " …" : "");
        return lang == Lang.ZH
                ? "文件里写的这些要求编号不存在，已略过：" + named
                : "The file names requirements that do not exist; they were passed over: " + named;
    }

    /** Takes rows, and files them in batches with what they resemble. */
    private final class Filing {

        private final UUID client;
        private final Editions.Edition edition;
        private final Set<String> strange;
        private final Catalogue catalogue = library.catalogue();
        private final Resemblance resemblance = resemblance(catalogue);
        private final List<Editions.Placed> waiting = new ArrayList<>();
        private String section = "";
        private int position;
        private int rows;

        Filing(UUID client, Editions.Edition edition, Set<String> strange) {
            this.client = client;
            this.edition = edition;
            this.strange = strange;
        }

        boolean row(long number, List<Cell> cells) {
            if (number > edition.headingRow() && !cells.stream().allMatch(Cell::isBlank)) {
                String named = ListLine.text(cells, edition.columns(), ListField.SECTION, 200);
                section = named.isEmpty() ? section : named;
                ListLine.of(cells, edition.columns(), section).ifPresent(this::add);
                if (++rows % BATCH == 0) {
                    flush();
                }
            }
            return true;
        }

        private void add(ListLine line) {
            position++;
            List<String> known = line.wanted().keys().stream()
                    .filter(k -> k.startsWith(Wanted.NEW_OWN)
                            || k.equals(Wanted.NOTHING)
                            || catalogue.requirement(k).isPresent())
                    .toList();
            line.wanted().keys().stream().filter(k -> !known.contains(k)).forEach(strange::add);
            Wanted wanted = known.isEmpty()
                    ? Wanted.NOTHING_SAID
                    : new Wanted(
                            known, line.wanted().kinds(), place(line.wanted().place()));
            String suggested = resemblance.like(line.words(), MOST_SUGGESTED, LEAST_PERCENT).stream()
                    .map(l -> l.key() + ":" + l.percent())
                    .collect(Collectors.joining(" "));
            waiting.add(new Editions.Placed(
                    Ids.next(),
                    position,
                    new ListLine(line.section(), line.reference(), line.zh(), line.en(), line.grade(), wanted),
                    suggested));
        }

        /** A place's id, by whichever of its names the file has. */
        private String place(String named) {
            return catalogue.places().stream()
                    .filter(p -> named.equals(p.id())
                            || named.equals(p.title().zh())
                            || named.equals(p.title().en()))
                    .map(p -> p.id())
                    .findFirst()
                    .orElse("");
        }

        void flush() {
            scope.inside(client, () -> {
                editions.keep(client, edition.id(), waiting);
                editions.moved(client, edition.id(), rows);
            });
            waiting.clear();
        }
    }

    /** A requirement is its title first, then its text, and half as much the proofs that it wants and what its guidance says. */
    static Resemblance resemblance(Catalogue catalogue) {
        Map<String, List<Resemblance.Part>> texts = new LinkedHashMap<>();
        for (Requirement r : catalogue.requirements()) {
            String more = r.evidence().stream().map(e -> both(e.title())).collect(Collectors.joining("\n"));
            texts.put(
                    r.id(),
                    List.of(
                            new Resemblance.Part(both(r.title()), TITLE),
                            new Resemblance.Part(both(r.text()), TEXT),
                            new Resemblance.Part(more + "\n" + both(r.guidance()), MORE)));
        }
        return new Resemblance(texts);
    }

    private static String both(Text text) {
        return text.zh() + "\n" + text.en();
    }
}
