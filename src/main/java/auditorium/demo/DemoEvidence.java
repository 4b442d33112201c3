package auditorium.demo;

import auditorium.demo.DemoFactory.Someone;
import auditorium.evidence.domain.Proof;
import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Requirement;
import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Invented evidence: most of what ends some day is there, some of it ends before the audit, a little has ended. */
@ApplicationScoped
class DemoEvidence {

    private final Clock clock;

    DemoEvidence(Clock clock) {
        this.clock = clock;
    }

    void write(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random, boolean main)
            throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Someone by = people.stream()
                .filter(p -> p.kind() == DepartmentKind.MGT && p.leads())
                .findFirst()
                .orElse(people.get(0));
        byte[] scan = scan();
        byte[] hash = sha256(scan);
        try (Rows contents = new Rows(c, "file_content", "client_id", "sha256", "bytes", "size");
                Rows room = new Rows(c, "file_room", "client_id", "files", "bytes")) {
            contents.add(client, hash, scan, scan.length);
            room.add(client, 1, (long) Math.max(4096, scan.length));
        }
        List<Object[]> proofs = new ArrayList<>();
        try (Rows evidence = new Rows(
                c,
                "evidence",
                "client_id",
                "id",
                "sort",
                "title",
                "made_on",
                "original",
                "revision",
                "sha256",
                "media_type",
                "name",
                "size",
                "filed_by",
                "filed_by_name",
                "filed_at",
                "received_at")) {
            for (Requirement r : catalogue.requirements()) {
                for (Requirement.EvidenceKind kind : r.evidence()) {
                    Optional<LocalDate> madeOn = kind.valid().flatMap(v -> madeOn(v, today, random, main));
                    if (madeOn.isPresent()) {
                        UUID id = Ids.next();
                        evidence.add(
                                client,
                                id,
                                "RECORD",
                                kind.title().zh(),
                                madeOn.get(),
                                "资料室 " + r.area() + " 柜",
                                1,
                                hash,
                                "image/jpeg",
                                "scan.jpg",
                                scan.length,
                                by.account(),
                                by.name(),
                                now,
                                now);
                        LocalDate until = new Proof(Optional.empty(), Optional.empty(), madeOn.get(), Optional.empty())
                                .until(kind.valid())
                                .orElseThrow();
                        proofs.add(new Object[] {client, id, r.id(), kind.id(), until});
                    }
                }
            }
        }
        try (Rows proves = new Rows(
                        c, "evidence_requirement", "client_id", "evidence_id", "requirement", "kind", "until_on");
                Rows standing = new Rows(
                        c, "evidence_standing", "client_id", "evidence_id", "requirement", "kind", "until_on")) {
            for (Object[] proof : proofs) {
                proves.add(proof);
                standing.add(proof);
            }
        }
    }

    /** When such a piece was made: mostly lately, now and then so long ago that it ends soon or has ended; sometimes never. */
    private static Optional<LocalDate> madeOn(Period valid, LocalDate today, Random random, boolean main) {
        long days = ChronoUnit.DAYS.between(today, today.plus(valid));
        double luck = random.nextDouble() + (main ? 0 : 0.5);
        if (luck > 0.93) {
            return Optional.empty();
        }
        long age = luck > 0.86 ? days + 9 : luck > 0.72 ? days - 15 : days / 4;
        return Optional.of(today.minusDays(Math.max(1, age)));
    }

    /** A grey page with lines, as a scan looks from afar. */
    private static byte[] scan() {
        BufferedImage page = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(0xF4F1EA));
        g.fillRect(0, 0, 420, 594);
        g.setColor(new Color(0x8A8F94));
        g.fillRect(110, 50, 200, 14);
        for (int line = 0; line < 18; line++) {
            g.fillRect(50, 100 + 24 * line, line % 5 == 4 ? 180 : 320, 5);
        }
        g.drawRect(260, 520, 110, 40);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
