import auditorium.records.RecordFile;
import auditorium.records.Verdict;
import auditorium.records.domain.Link;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Changes an exported record at random, one mutation at a time, and lets the check of a file look for it: a bit anywhere behind the first
 * line, fields, lines, places, whole stretches that are consistent in themselves, and what the first line says of the end. Not changed are
 * the factory's code and the time of the export, which are no part of the record. Nobody outside keeps a hash here, so the one thing that
 * only an anchor finds is left out: a rewritten end together with a first line that agrees.
 */
final class Mutations {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> FIELDS = List.of("sequence", "previous", "at", "kind", "subject", "payload", "hash");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> original;
    private final List<JsonNode> meaning;
    private final Path file;
    private final SplittableRandom random = new SplittableRandom(42);

    Mutations(Path original, Path file) throws IOException {
        this.original = Files.readAllLines(original);
        this.meaning = meaning(this.original);
        this.file = file;
    }

    /**
     * {@code named}: found, and a fault names the entry or a neighbour. {@code meaningless}: what changed says the same as before, like the
     * case of a hexadecimal digit; not counted as mutations, and an alarm for one of them is a false one.
     */
    record Found(int found, int missed, int named, int meaningless, int falseAlarms, Map<String, Integer> kinds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d found (%d at their place), %d missed, %d false alarms; %d more changed no meaning; %s",
                    found, named, missed, falseAlarms, meaningless, kinds);
        }
    }

    /** The lines as they are now, and the first entry that was touched. */
    private record Mutant(String kind, byte[] bytes, int place) {}

    Found run(int wanted) throws IOException {
        int found = 0;
        int missed = 0;
        int named = 0;
        int meaningless = 0;
        int falseAlarms = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        for (int n = 0; n < wanted; ) {
            if (n % 100 == 0) {
                falseAlarms += check(bytes(original)).whole() ? 0 : 1;
            }
            Mutant mutant = mutant();
            boolean says = !meaning(new String(mutant.bytes(), StandardCharsets.ISO_8859_1).lines().toList()).equals(meaning);
            Verdict verdict = check(mutant.bytes());
            if (!says) {
                meaningless++;
                falseAlarms += verdict.whole() ? 0 : 1;
                continue;
            }
            n++;
            kinds.merge(mutant.kind(), 1, Integer::sum);
            if (verdict.whole()) {
                missed++;
                System.out.println("missed: " + mutant.kind() + " at entry " + mutant.place());
            } else {
                found++;
                named += verdict.faults().stream().anyMatch(f -> f.sequence() <= mutant.place() + 1 && f.until() >= mutant.place() - 1) ? 1 : 0;
            }
        }
        Files.deleteIfExists(file);
        return new Found(found, missed, named, meaningless, falseAlarms, kinds);
    }

    private Verdict check(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            return RecordFile.check(file, new TreeMap<>(), Clock.systemUTC());
        } catch (RecordFile.Unreadable e) { // said to be no record at all: found as well
            return new Verdict("", 0, new byte[0], List.of(), 1, 0, 0, 0);
        }
    }

    private int entries() {
        return original.size() - 2;
    }

    private Mutant mutant() throws IOException {
        List<String> lines = new ArrayList<>(original);
        int n = entries();
        int at = 1 + random.nextInt(n); // lines have the numbers of their entries
        int other = 1 + random.nextInt(n);
        switch (random.nextInt(12)) {
            case 0 -> {
                return bit(lines);
            }
            case 1 -> {
                String field = FIELDS.get(random.nextInt(FIELDS.size()));
                lines.set(at, with(lines.get(at), field, node(lines.get(other)).get(field)));
                return mutant("a field from another entry", lines, at);
            }
            case 2 -> {
                lines.remove(at);
                return mutant("an entry taken out", lines, at);
            }
            case 3 -> {
                lines.add(other, lines.get(at));
                return mutant("an entry put in twice", lines, other);
            }
            case 4 -> {
                lines.set(at, original.get(other));
                lines.set(other, original.get(at));
                return mutant("two entries in each other's place", lines, Math.min(at, other));
            }
            case 5 -> {
                lines.set(at, forged(lines.get(at), -1, ""));
                return mutant("a forged entry that is sound in itself", lines, at);
            }
            case 6 -> {
                forgeOn(lines, at);
                return mutant("forged from an entry to the end", lines, at);
            }
            case 7 -> {
                byte[] all = bytes(lines);
                int kept = random.nextInt(lines.get(0).length() + 1, all.length - 1);
                int place = (int) new String(all, 0, kept, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
                return new Mutant("cut off", java.util.Arrays.copyOf(all, kept), place);
            }
            case 8 -> {
                String field = List.of("sequence", "hash", "client").get(random.nextInt(3));
                lines.set(0, with(lines.get(0), field, switch (field) {
                    case "sequence" -> JSON.getNodeFactory().numberNode(random.nextInt(2 * n));
                    case "hash" -> node(lines.get(other)).get("hash");
                    default -> JSON.getNodeFactory().textNode(UUID.randomUUID().toString());
                }));
                return mutant("what the first line says", lines, field.equals("client") ? 1 : n);
            }
            case 9 -> {
                lines.remove(at);
                renumber(lines, at, -1);
                return mutant("an entry taken out and the rest renumbered", lines, at);
            }
            case 10 -> {
                lines.add(at, forged(lines.get(at), -1, ""));
                renumber(lines, at + 1, 1);
                return mutant("a forged entry put in and the rest renumbered", lines, at);
            }
            default -> {
                Instant was = Instant.parse(node(lines.get(at)).get("at").asText());
                lines.set(at, with(lines.get(at), "at",
                        JSON.getNodeFactory().textNode(Link.time(was.plusNanos(1000L * random.nextInt(1, 1_000_000_000))))));
                return mutant("another time", lines, at);
            }
        }
    }

    private static Mutant mutant(String kind, List<String> lines, int place) {
        return new Mutant(kind, bytes(lines), place);
    }

    private Mutant bit(List<String> lines) {
        byte[] all = bytes(lines);
        int at = random.nextInt(lines.get(0).length() + 1, all.length);
        int place = (int) new String(all, 0, at, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
        all[at] ^= (byte) (1 << random.nextInt(8));
        return new Mutant("a bit", all, place);
    }

    /** The entry saying something else, with a hash that belongs to it; chained to {@code previous} unless that is empty. */
    private String forged(String line, long sequence, String previous) throws IOException {
        ObjectNode entry = (ObjectNode) node(line);
        if (sequence > 0) {
            entry.put("sequence", sequence);
        }
        if (!previous.isEmpty()) {
            entry.put("previous", previous);
        }
        entry.put("payload", entry.get("payload").asText().replace("SITE", "DOCUMENT"));
        entry.put("hash", HEX.formatHex(new Link(
                UUID.fromString(node(original.get(0)).get("client").asText()),
                entry.get("sequence").asLong(),
                HEX.parseHex(entry.get("previous").asText()),
                Instant.parse(entry.get("at").asText()),
                entry.get("kind").asText(),
                UUID.fromString(entry.get("subject").asText()),
                entry.get("payload").asText(),
                new byte[32])
                .computed()));
        return entry.toString();
    }

    private void forgeOn(List<String> lines, int from) throws IOException {
        String previous = "";
        for (int i = from; i <= entries(); i++) {
            lines.set(i, forged(lines.get(i), -1, previous));
            previous = node(lines.get(i)).get("hash").asText();
        }
    }

    private void renumber(List<String> lines, int from, int by) throws IOException {
        for (int i = from; i < lines.size() - 1; i++) {
            lines.set(i, with(lines.get(i), "sequence", JSON.getNodeFactory().numberNode(node(lines.get(i)).get("sequence").asLong() + by)));
        }
        int end = lines.size() - 2;
        lines.set(lines.size() - 1, "{\"end\":" + end + "}");
        lines.set(0, with(lines.get(0), "sequence", JSON.getNodeFactory().numberNode(end)));
    }

    private static JsonNode node(String line) throws IOException {
        return JSON.readTree(line);
    }

    private static String with(String line, String field, JsonNode value) throws IOException {
        ObjectNode changed = (ObjectNode) node(line);
        changed.set(field, value);
        return changed.toString();
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1); // all of it is ASCII
    }

    /** What the lines say: digits of hashes and ids in either case are the same, and so are ways to write a time. */
    private static List<JsonNode> meaning(List<String> lines) {
        List<JsonNode> all = new ArrayList<>();
        for (String line : lines) {
            try {
                JsonNode node = node(line);
                if (node instanceof ObjectNode object) {
                    for (String field : List.of("previous", "hash", "subject", "client", "at")) {
                        if (object.path(field).isTextual()) {
                            object.put(field, object.get(field).asText().toLowerCase(Locale.ROOT));
                        }
                    }
                }
                all.add(node);
            } catch (JsonProcessingException e) {
                all.add(JSON.getNodeFactory().textNode(line));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return all;
    }
}
