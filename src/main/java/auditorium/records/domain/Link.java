package auditorium.records.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * One entry of a client's chain. {@code sequence} counts from 1; {@code previous} is the hash of the entry before, 32 zero bytes for
 * the first; {@code at} has microseconds. The hash is made as docs/record-format.md says.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record Link(
        UUID client,
        long sequence,
        byte[] previous,
        Instant at,
        String kind,
        UUID subject,
        String payload,
        byte[] hash) {

    /** The first line of what is hashed; another way of hashing gets another number. */
    public static final String FORMAT = "auditorium-record-1";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** As it stands in an entry: UTC, always six decimals. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** The hash that belongs to what the entry says. */
    public byte[] computed() {
        return computedAs(sequence);
    }

    /** The hash that would belong to it under another number. */
    byte[] computedAs(long number) {
        HexFormat hex = HexFormat.of();
        return Sha256.of(String.join(
                "\n",
                FORMAT,
                client.toString(),
                Long.toString(number),
                hex.formatHex(previous),
                time(at),
                kind,
                subject.toString(),
                hex.formatHex(Sha256.of(payload))));
    }
}
