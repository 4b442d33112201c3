package auditorium.records;

import auditorium.records.domain.ChainCheck;
import auditorium.records.domain.Fault;
import auditorium.records.domain.Link;
import auditorium.records.domain.Payload;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;

/** Checks a record that was exported, without a database, line by line. */
public final class RecordFile {

    private static final HexFormat HEX = HexFormat.of();

    /** Strict, so that nobody who reads the file by eye sees something else than what is checked. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Verdict.Faults faults = new Verdict.Faults();
    private final Clock clock;
    private long erased;

    private RecordFile(Clock clock) {
        this.clock = clock;
    }

    /** Not a record at all, in words for the operator. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Cuts what is read into lines, a good piece at a time: a record may have hundreds of megabytes. */
    private static final class Lines {
        private static final int LONGEST = 1 << 22;

        private final InputStream in;
        private final byte[] piece = new byte[1 << 16];
        private int from;
        private int until;

        Lines(InputStream in) {
            this.in = in;
        }

        /** The next line without its end; empty after the last one. */
        byte[] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            while (more()) {
                int end = from;
                while (end < until && piece[end] != '\n') {
                    end++;
                }
                line.write(piece, from, end - from);
                if (line.size() > LONGEST) {
                    throw new Unreadable("a line is longer than " + LONGEST + " bytes: this is no exported record");
                }
                from = end + 1;
                if (end < until) {
                    break;
                }
            }
            return line.toByteArray();
        }

        /** Whether anything follows. */
        boolean more() throws IOException {
            return from < until || fill();
        }

        private boolean fill() throws IOException {
            from = 0;
            until = in.read(piece);
            return until > 0;
        }
    }

    public static Verdict check(Path file, NavigableMap<Long, byte[]> anchors, Clock clock) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new RecordFile(clock).read(in, anchors);
        }
    }

    private Verdict read(InputStream in, NavigableMap<Long, byte[]> anchors) throws IOException {
        long begun = clock.millis();
        Lines lines = new Lines(in);
        JsonNode first = first(lines.next());
        try {
            UUID client = uuid(first, "client");
            long sequence = first.path("sequence").asLong(-1);
            byte[] hash = HEX.parseHex(first.path("hash").asText());
            ChainCheck chain = new ChainCheck(client, anchors, faults::add);
            long end = -1;
            byte[] line = lines.next();
            while (line.length > 0 && end < 0) {
                end = take(chain, client, line);
                line = lines.next();
            }
            if (end >= 0 && (line.length > 0 || lines.more())) {
                faults.add(Fault.about(
                        Fault.What.UNREADABLE, chain.last() + 1, "", "something stands behind the last line"));
            }
            if (end != sequence) {
                faults.add(Fault.about(Fault.What.UNREADABLE, chain.last() + 1, "", "the file was cut off"));
            }
            chain.end(sequence, hash);
            return new Verdict(
                    first.path("code").asText(),
                    chain.last(),
                    chain.lastHash(),
                    faults.first(),
                    faults.found(),
                    erased,
                    0,
                    clock.millis() - begun);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("the first line is not that of an exported record: " + e.getMessage());
        }
    }

    private JsonNode first(byte[] line) throws Unreadable {
        try {
            JsonNode first = json.readTree(line);
            if (first.path("record").asText().equals(Link.FORMAT)) {
                return first;
            }
        } catch (IOException e) {
            // said below
        }
        throw new Unreadable("the file does not begin as an exported record does, with " + Link.FORMAT);
    }

    /** The number of the last entry when this is the last line, else -1. */
    private long take(ChainCheck chain, UUID client, byte[] bytes) {
        try {
            JsonNode line = json.readTree(bytes);
            if (line.has("end")) {
                return line.path("end").asLong();
            }
            entry(chain, client, line);
        } catch (IOException e) {
            faults.add(Fault.about(Fault.What.UNREADABLE, chain.last() + 1, "", "no JSON"));
        }
        return -1;
    }

    private void entry(ChainCheck chain, UUID client, JsonNode line) {
        try {
            if (line.path("sequence").asLong() < 1) {
                throw new IllegalArgumentException("no number");
            }
            Link link = new Link(
                    client,
                    line.path("sequence").asLong(),
                    HEX.parseHex(line.path("previous").asText()),
                    Instant.parse(line.path("at").asText()),
                    line.path("kind").asText(),
                    uuid(line, "subject"),
                    line.path("payload").asText(),
                    HEX.parseHex(line.path("hash").asText()));
            chain.accept(link);
            words(link, line.path("personal"));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            faults.add(Fault.about(
                    Fault.What.UNREADABLE,
                    Math.max(line.path("sequence").asLong(), chain.last() + 1),
                    "",
                    String.valueOf(e.getMessage())));
        }
    }

    /** Where the file has personal words, they belong to the salted hashes. */
    private void words(Link link, JsonNode personal) {
        if (!personal.isObject()) {
            return;
        }
        JsonNode said;
        try {
            said = json.readTree(link.payload());
        } catch (JsonProcessingException e) {
            return; // the chain has said so already
        }
        for (Map.Entry<String, JsonNode> field : personal.properties()) {
            JsonNode words = field.getValue();
            if (words.isNull()) {
                erased++;
            } else if (!Payload.salted(
                            HEX.parseHex(words.path("salt").asText()),
                            words.path("value").asText())
                    .equals(said.path(field.getKey()).asText())) {
                faults.add(Fault.about(
                        Fault.What.WORDS_CHANGED, link.sequence(), link.kind() + " " + link.subject(), field.getKey()));
            }
        }
    }

    private static UUID uuid(JsonNode line, String field) {
        return UUID.fromString(line.path(field).asText());
    }
}
