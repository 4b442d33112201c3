package auditorium.training;

import auditorium.training.domain.Renewal;
import auditorium.training.domain.Who;
import java.util.List;
import java.util.UUID;

/**
 * What a rule says: whom it asks to learn, what, and until when.
 *
 * @param courses of a course, each person gets the lessons that are meant for them
 * @param lessons these everybody gets whom the rule names
 * @param dueDays how many days there are from the day on which a lesson is asked for
 */
public record RuleTerms(
        String name,
        Who who,
        List<UUID> departments,
        List<String> jobs,
        List<String> requirements,
        List<String> courses,
        List<String> lessons,
        int dueDays,
        Renewal renewal) {}
