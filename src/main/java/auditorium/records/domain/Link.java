package auditorium.records.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
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

    /** As it stands in an entry: UTC, always six decimals. Written by hand, as a check does it for every entry there is. */
    public static String time(Instant at) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27);
        digits(text, t.getYear(), 4).append('-');
        digits(text, t.getMonthValue(), 2).append('-');
        digits(text, t.getDayOfMonth(), 2).append('T');
        digits(text, t.getHour(), 2).append(':');
        digits(text, t.getMinute(), 2).append(':');
        digits(text, t.getSecond(), 2).append('.');
        return digits(text, t.getNano() / 1000, 6).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int length) {
        String digits = Integer.toString(number);
        return text.repeat('0', Math.max(0, length - digits.length())).append(digits);
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
