package auditorium.readiness;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the estimates. The texts stand in {@code messages/rating_zh.properties} and {@code rating_en.properties}. */
@MessageBundle("rating")
public interface RatingMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String part();

    @Message
    String estimate();

    @Message
    String no_grade();

    @Message
    String no_letter();

    @Message
    String percent_met(int percent);

    @Message
    String points_met(int points, int of);

    @Message
    String count(int n);

    @Message
    String grade_pass();

    @Message
    String grade_below();

    @Message
    String grade_none();

    @Message
    String grade_minor();

    @Message
    String grade_unknown();

    @Message
    String grade_major();

    @Message
    String clause();

    @Message
    String grade();

    @Message
    String clauses(int n);

    @Message
    String way();

    @Message
    String way_stop(int n);

    @Message
    String way_to(int n);

    @Message
    String way_then();

    @Message
    String effort();

    @Message
    String best();

    @Message
    String more(int n);

    @Message
    String source();

    @Message
    String confidence_text();

    @Message
    String confidence_secondary();

    @Message
    String confidence_known();

    @Message
    String unpublished();
}
