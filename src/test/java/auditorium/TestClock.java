package auditorium;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The server's clock in tests: right, except while a test has moved it. */
@Singleton
@Alternative
@Priority(1)
public class TestClock extends Clock {

    private volatile Duration off = Duration.ZERO;

    /** While {@code work} is done the clock is that much ahead; below zero, behind. Then it is right again at once. */
    public void off(Duration by, Runnable work) {
        off = by;
        try {
            work.run();
        } finally {
            off = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** In another zone, and as far off as this one is at any time. */
    @Override
    public Clock withZone(ZoneId zone) {
        TestClock here = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }

            @Override
            public Instant instant() {
                return here.instant();
            }
        };
    }
}
