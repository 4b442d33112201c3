package auditorium.records;

import auditorium.platform.ClientScope;
import auditorium.records.domain.ChainCheck;
import auditorium.records.domain.Fault;
import auditorium.records.domain.Link;
import auditorium.records.domain.Payload;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks a client's record: the chain, the personal words beside it, and whether the rows of which it tells still say the same. It
 * goes through in batches, each in a transaction of its own, and keeps no more than one of them.
 */
@ApplicationScoped
public class RecordCheck {

    private static final int BATCH = 2000;

    private final ClientScope scope;
    private final RecordReport report;
    private final WitnessReport witnesses;
    private final ObjectMapper json;
    private final Clock clock;

    RecordCheck(ClientScope scope, RecordReport report, WitnessReport witnesses, ObjectMapper json, Clock clock) {
        this.scope = scope;
        this.report = report;
        this.witnesses = witnesses;
        this.json = json;
        this.clock = clock;
    }

    /** The state of one check. */
    private static final class Run {
        private final UUID client;
        private final Verdict.Faults faults = new Verdict.Faults();
        private final Map<UUID, Long> erasures = new LinkedHashMap<>();
        private long erased;
        private long compared;

        Run(UUID client) {
            this.client = client;
        }
    }

    /**
     * Checks the whole record of a client. Must not be called inside a transaction.
     *
     * @param anchors hashes that are known from outside, by their numbers; the roots that were kept here are added
     * @param rows whether the rows of the features' tables are compared as well
     */
    public Verdict check(UUID client, String code, NavigableMap<Long, byte[]> anchors, boolean rows) {
        long begun = clock.millis();
        Run run = new Run(client);
        NavigableMap<Long, byte[]> known = new TreeMap<>(scope.inside(client, () -> report.anchors(client)));
        known.putAll(anchors);
        Optional<RecordReport.Head> head = scope.inside(client, () -> report.head(client));
        long end = head.map(RecordReport.Head::sequence).orElse(0L);
        ChainCheck chain = new ChainCheck(client, known, run.faults::add);
        long after = 0;
        while (after < end) {
            long from = after;
            List<Link> batch = scope.inside(client, () -> batch(run, chain, from, end, rows));
            if (batch.isEmpty()) {
                break;
            }
            after = batch.getLast().sequence();
        }
        chain.end(end, head.map(RecordReport.Head::hash).orElse(new byte[32]));
        scope.inside(client, () -> pastTheEnd(run));
        scope.inside(client, () -> erasures(run));
        if (rows) {
            for (Witness witness : witnesses.all()) {
                Optional<UUID> last = Optional.of(Ledger.FIRST);
                while (last.isPresent()) {
                    UUID from = last.get();
                    last = scope.inside(client, () -> untold(run, witness, from));
                }
            }
        }
        return new Verdict(
                code,
                chain.last(),
                chain.lastHash(),
                run.faults.first(),
                run.faults.found(),
                run.erased,
                run.compared,
                clock.millis() - begun);
    }

    private List<Link> batch(Run run, ChainCheck chain, long after, long end, boolean rows) {
        List<Link> batch = report.entries(run.client, after, end, BATCH);
        batch.forEach(chain::accept);
        if (rows && !batch.isEmpty()) {
            Map<Long, List<RecordReport.Words>> words =
                    report.words(run.client, after, batch.getLast().sequence());
            Map<String, List<Link>> kinds = new LinkedHashMap<>();
            for (Link link : batch) {
                kinds.computeIfAbsent(link.kind(), k -> new ArrayList<>()).add(link);
            }
            kinds.forEach((kind, links) -> rows(run, witnesses.of(kind), links, words));
        }
        return batch;
    }

    private void rows(Run run, Optional<Witness> witness, List<Link> links, Map<Long, List<RecordReport.Words>> words) {
        Map<UUID, Told> live = Map.of();
        Map<UUID, Long> latest = Map.of();
        if (witness.isPresent()) {
            List<UUID> subjects = links.stream().map(Link::subject).distinct().toList();
            live = witnesses.rows(witness.get(), subjects);
            if (witness.get().changes()) {
                latest = report.latestAbout(run.client, witness.get().kind(), subjects);
            }
        }
        for (Link link : links) {
            Map<String, @Nullable Object> said = said(link);
            if (said == null) {
                continue; // no JSON any more: the chain has said so already
            }
            Map<String, RecordReport.Words> beside = new LinkedHashMap<>();
            words.getOrDefault(link.sequence(), List.of()).forEach(w -> beside.put(w.field(), w));
            words(run, link, said, beside);
            boolean current = latest.getOrDefault(link.subject(), link.sequence()) == link.sequence();
            if (witness.isPresent() && current) {
                run.compared++;
                row(run, witness.get(), link, said, live.get(link.subject()), beside);
            }
        }
    }

    private @Nullable Map<String, @Nullable Object> said(Link link) {
        try {
            Map<String, @Nullable Object> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field :
                    json.readTree(link.payload()).properties()) {
                JsonNode value = field.getValue();
                fields.put(
                        field.getKey(),
                        value.isNull()
                                ? null
                                : value.isBoolean()
                                        ? (Object) value.booleanValue()
                                        : value.isIntegralNumber() ? (Object) value.longValue() : value.asText());
            }
            return fields;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Every salted hash has its words beside it, or an erasure that took them. */
    private static void words(
            Run run, Link link, Map<String, @Nullable Object> said, Map<String, RecordReport.Words> beside) {
        said.forEach((field, value) -> {
            if (!Payload.isSalted(value)) {
                return;
            }
            RecordReport.Words words = beside.get(field);
            if (words == null) {
                run.faults.add(Fault.about(Fault.What.WORDS_GONE, link.sequence(), thing(link), field));
            } else if (words.salt() == null || words.value() == null) {
                run.erased++;
                if (words.erasedBy() != null) {
                    run.erasures.putIfAbsent(words.erasedBy(), link.sequence());
                }
            } else if (!Payload.salted(words.salt(), words.value()).equals(value)) {
                run.faults.add(Fault.about(Fault.What.WORDS_CHANGED, link.sequence(), thing(link), field));
            }
        });
    }

    /** The row still says what the entry says; of erased words nobody can tell. */
    private static void row(
            Run run,
            Witness witness,
            Link link,
            Map<String, @Nullable Object> said,
            @Nullable Told now,
            Map<String, RecordReport.Words> beside) {
        if (now == null) {
            run.faults.add(Fault.about(Fault.What.ROW_GONE, link.sequence(), thing(link), ""));
            return;
        }
        List<String> changed = new ArrayList<>();
        said.forEach((field, value) -> {
            Object stands = now.fields().get(field);
            boolean same;
            if (Payload.isSalted(value) && witness.personal().containsKey(field)) {
                RecordReport.Words words = beside.get(field);
                same = words == null
                        || words.salt() == null
                        || Payload.salted(words.salt(), now.personal(field)).equals(value);
            } else {
                same = java.util.Objects.equals(value, stands)
                        && (value != null || now.fields().containsKey(field));
            }
            if (!same) {
                changed.add(field);
            }
        });
        if (!changed.isEmpty()) {
            run.faults.add(
                    Fault.about(Fault.What.ROW_CHANGED, link.sequence(), thing(link), String.join(", ", changed)));
        }
    }

    private static String thing(Link link) {
        return link.kind() + " " + link.subject();
    }

    /** Every erasure that emptied words stands in the record itself. */
    private boolean erasures(Run run) {
        Map<UUID, Long> known = report.latestAbout(run.client, Erasures.ERASURE, run.erasures.keySet());
        run.erasures.forEach((erasure, sequence) -> {
            if (!known.containsKey(erasure)) {
                run.faults.add(Fault.about(
                        Fault.What.WORDS_GONE, sequence, Erasures.ERASURE + " " + erasure, "unknown erasure"));
            }
        });
        return true;
    }

    private boolean pastTheEnd(Run run) {
        report.pastTheEnd(run.client, BATCH)
                .forEach(l -> run.faults.add(Fault.about(Fault.What.ADDED, l.sequence(), thing(l), "")));
        return true;
    }

    /** The next stretch of rows; answers the last one of them. */
    private Optional<UUID> untold(Run run, Witness witness, UUID after) {
        WitnessReport.Stretch stretch = witnesses.stretch(run.client, witness, after, BATCH);
        stretch.unrecorded()
                .forEach(id -> run.faults.add(Fault.about(Fault.What.ROW_UNTOLD, 0, witness.kind() + " " + id, "")));
        return stretch.last();
    }
}
