package auditorium.records;

import auditorium.platform.ClientScope;
import auditorium.records.domain.Link;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a client's record as JSON lines, batch by batch: docs/record-format.md says what is in them. */
@ApplicationScoped
public class RecordExport {

    private static final int BATCH = 2000;
    private static final HexFormat HEX = HexFormat.of();

    private final ClientScope scope;
    private final RecordReport report;
    private final Clock clock;

    RecordExport(ClientScope scope, RecordReport report, Clock clock) {
        this.scope = scope;
        this.report = report;
        this.clock = clock;
    }

    /**
     * Writes all entries up to the end of the chain as it is now. Must not be called inside a transaction.
     *
     * @param personal whether names and notes are written too; otherwise their salted hashes only
     */
    public void write(UUID client, String code, boolean personal, OutputStream out) throws IOException {
        Optional<RecordReport.Head> head = scope.inside(client, () -> report.head(client));
        long end = head.map(RecordReport.Head::sequence).orElse(0L);
        String hash = HEX.formatHex(head.map(RecordReport.Head::hash).orElse(new byte[32]));
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            json.writeStartObject();
            json.writeStringField("record", Link.FORMAT);
            json.writeStringField("client", client.toString());
            json.writeStringField("code", code);
            json.writeStringField("exported_at", Link.time(clock.instant()));
            json.writeNumberField("sequence", end);
            json.writeStringField("hash", hash);
            json.writeEndObject();
            json.writeRaw('\n');
            long after = 0;
            while (after < end) {
                long from = after;
                List<Link> batch = scope.inside(client, () -> report.entries(client, from, end, BATCH));
                if (batch.isEmpty()) {
                    break;
                }
                after = batch.getLast().sequence();
                long upTo = after;
                Map<Long, List<RecordReport.Words>> words =
                        personal ? scope.inside(client, () -> report.words(client, from, upTo)) : Map.of();
                for (Link link : batch) {
                    entry(json, link, words.get(link.sequence()));
                }
            }
            json.writeStartObject();
            json.writeNumberField("end", end);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void entry(JsonGenerator json, Link link, @Nullable List<RecordReport.Words> words)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", link.sequence());
        json.writeStringField("previous", HEX.formatHex(link.previous()));
        json.writeStringField("at", Link.time(link.at()));
        json.writeStringField("kind", link.kind());
        json.writeStringField("subject", link.subject().toString());
        json.writeStringField("payload", link.payload());
        json.writeStringField("hash", HEX.formatHex(link.hash()));
        if (words != null) {
            json.writeObjectFieldStart("personal");
            for (RecordReport.Words w : words) {
                if (w.salt() == null || w.value() == null) {
                    json.writeNullField(w.field()); // erased
                } else {
                    json.writeObjectFieldStart(w.field());
                    json.writeStringField("salt", HEX.formatHex(w.salt()));
                    json.writeStringField("value", w.value());
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
