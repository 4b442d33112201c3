package auditorium.training.sessions.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RoomCodeTest {

    private static byte[] secret(RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }

    @Test
    void aCodeIsTakenForThirtyToSixtySecondsAndNeverEarlierOrLater() {
        Cases.forAll(RandomGenerator::nextLong, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            RoomCode code = new RoomCode(secret(random), new UUID(random.nextLong(), random.nextLong()));
            Instant shown = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000));
            String wall = code.wall(shown);
            long intoWindow = Math.floorMod(shown.getEpochSecond(), 30L);
            long left = 59 - intoWindow;
            assertTrue(code.onWall(wall, shown));
            assertTrue(code.onWall(wall, shown.plusSeconds(left)));
            assertFalse(code.onWall(wall, shown.plusSeconds(left + 1)));
            assertFalse(code.onWall(wall, shown.minusSeconds(intoWindow + 1)));
            assertEquals(16, wall.length());
        });
    }

    @Test
    void codesAndTicketsOfOneSessionOpenNoOtherAndNothingElse() {
        Cases.forAll(RandomGenerator::nextLong, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] secret = secret(random);
            UUID session = new UUID(random.nextLong(), random.nextLong());
            RoomCode code = new RoomCode(secret, session);
            RoomCode other = new RoomCode(secret, new UUID(random.nextLong(), random.nextLong()));
            RoomCode sameSession = new RoomCode(secret(random), session);
            Instant now = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000));
            String ticket = code.ticket("", now);
            assertTrue(code.admits(ticket, "", now.plus(RoomCode.PATIENCE)));
            assertFalse(code.admits(ticket, "", now.plus(RoomCode.PATIENCE).plusSeconds(1)));
            assertFalse(code.admits(ticket, "", now.minusSeconds(1)));
            assertFalse(code.admits(ticket, "somebody", now));
            assertFalse(code.admits(code.wall(now), "", now));
            for (RoomCode strange : new RoomCode[] {other, sameSession}) {
                assertFalse(strange.admits(ticket, "", now));
                assertFalse(strange.onWall(code.wall(now), now));
            }
            assertFalse(code.onWall(ticket, now));
        });
    }

    @Test
    void whatIsNoTicketIsRefusedAndNothingBreaks() {
        RoomCode code = new RoomCode(new byte[32], new UUID(1, 2));
        Instant now = Instant.parse("2026-12-01T06:00:00Z");
        String ticket = code.ticket("", now);
        for (String wrong : new String[] {
            "",
            ".",
            "a.",
            ".a",
            "zzzzzzzzzzzzz.x",
            "--1.abc",
            ticket + "x",
            ticket.replace('.', ' '),
            "验.厂",
            ticket.substring(1)
        }) {
            assertFalse(code.admits(wrong, "", now), wrong);
            assertFalse(code.onWall(wrong, now), wrong);
        }
    }
}
