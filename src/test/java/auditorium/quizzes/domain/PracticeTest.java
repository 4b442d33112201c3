package auditorium.quizzes.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.quizzes.domain.Fsrs.Grade;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PracticeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void whatWasMissedIsDueAtOnceAndWhatWasKnownInDays() {
        Fsrs missed = Practice.after(Optional.empty(), Grade.AGAIN, TODAY);
        assertEquals(TODAY, Practice.dueOn(missed, Grade.AGAIN));
        Fsrs known = Practice.after(Optional.empty(), Grade.GOOD, TODAY);
        assertEquals(TODAY.plusDays(2), Practice.dueOn(known, Grade.GOOD));
    }

    @Test
    void whatIsAnsweredRightOnItsDayComesBackLaterEachTime() {
        Fsrs memory = Practice.after(Optional.empty(), Grade.AGAIN, TODAY);
        LocalDate day = TODAY.plusDays(1);
        long before = 0;
        for (int i = 0; i < 8; i++) {
            memory = Practice.after(Optional.of(memory), Grade.GOOD, day);
            LocalDate due = Practice.dueOn(memory, Grade.GOOD);
            long days = day.until(due, java.time.temporal.ChronoUnit.DAYS);
            assertTrue(days >= Math.max(1, before), days + " after " + before);
            before = days;
            day = due;
        }
        assertTrue(before > 30, "after eight times it rests for " + before + " days");
    }

    @Test
    void whatIsForgottenIsDueOnTheSameDayAgain() {
        Fsrs memory = Practice.after(Optional.empty(), Grade.GOOD, TODAY);
        Fsrs forgotten = Practice.after(Optional.of(memory), Grade.AGAIN, TODAY.plusDays(40));
        assertEquals(TODAY.plusDays(40), Practice.dueOn(forgotten, Grade.AGAIN));
        assertTrue(forgotten.stability() <= memory.stability());
    }
}
