package auditorium.records.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayloadTest {

    @Test
    void theCanonicalFormIsOneTextForOneMeaning() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("zebra", 3L);
        fields.put("a", "说“好”\"\\\n\u0001é😀");
        fields.put("b", true);
        fields.put("c", null);
        assertEquals(
                "{\"a\":\"说“好”\\\"\\\\\\u000a\\u0001é😀\",\"b\":true,\"c\":null,\"zebra\":3}",
                Payload.canonical(new TreeMap<>(fields)));
        assertThrows(IllegalArgumentException.class, () -> Payload.canonical(new TreeMap<>(Map.of("x", 1.5))));
    }

    @Test
    void anyJsonReaderReadsBackWhatWentIn() {
        ObjectMapper json = new ObjectMapper();
        Cases.forAll(
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(40); i > 0; i--) {
                        int c = random.nextInt(4) == 0 ? random.nextInt(0x80) : random.nextInt(0x10000);
                        text.append(Character.isSurrogate((char) c) ? '?' : (char) c);
                    }
                    return text.toString();
                },
                text -> {
                    try {
                        String canonical = Payload.canonical(new TreeMap<>(Map.of("text", text)));
                        assertEquals(text, json.readTree(canonical).get("text").asText());
                    } catch (JsonProcessingException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void aSaltedHashTellsNothingWithoutItsSalt() {
        String one = Payload.salted(new byte[] {1}, "赵敏");
        assertTrue(Payload.isSalted(one));
        assertNotEquals(one, Payload.salted(new byte[] {2}, "赵敏"));
        assertFalse(Payload.isSalted("sha256:赵敏"));
        assertFalse(Payload.isSalted(null));
    }

    @Test
    void everyPartOfAnEntryIsInItsHash() {
        UUID client = new UUID(1, 2);
        UUID subject = new UUID(3, 4);
        Instant at = Instant.parse("2026-11-22T08:00:00Z");
        Link link = new Link(client, 7, new byte[32], at, "response", subject, "{}", new byte[32]);
        String hash = java.util.HexFormat.of().formatHex(link.computed());
        // what sha256sum says of the eight lines that docs/record-format.md describes
        assertEquals("f41d4a0c9fb5f7d44f47fac863e6bb0b2b96e1758f97a521f93c8aa2186573f8", hash);
        assertEquals("2026-11-22T08:00:00.000000Z", Link.time(at));
        byte[] other = new byte[32];
        other[31] = 1;
        for (Link changed : java.util.List.of(
                new Link(subject, 7, new byte[32], at, "response", subject, "{}", new byte[32]),
                new Link(client, 8, new byte[32], at, "response", subject, "{}", new byte[32]),
                new Link(client, 7, other, at, "response", subject, "{}", new byte[32]),
                new Link(client, 7, new byte[32], at.plusNanos(1000), "response", subject, "{}", new byte[32]),
                new Link(client, 7, new byte[32], at, "responsf", subject, "{}", new byte[32]),
                new Link(client, 7, new byte[32], at, "response", client, "{}", new byte[32]),
                new Link(client, 7, new byte[32], at, "response", subject, "{ }", new byte[32]))) {
            assertNotEquals(hash, java.util.HexFormat.of().formatHex(changed.computed()));
        }
    }

    @Test
    void anInstantIsWrittenAsTheFormatSaysWheneverItIs() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        Cases.forAll(
                r -> Instant.ofEpochSecond(r.nextLong(-62_000_000_000L, 250_000_000_000L), r.nextInt(1_000_000_000)),
                at -> assertEquals(format.format(at), Link.time(at)));
    }
}
