package auditorium.readiness;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the estimates. The texts stand in {@code messages/rating_zh.properties} and {@code rating_en.properties}. */
@MessageBundle("rating")
public interface RatingMessages {

    String title();

    String lead();

    String part();

    String estimate();

    String no_grade();

    String no_letter();

    String percent_met(int percent);

    String points_met(int points, int of);

    String count(int n);

    String grade_pass();

    String grade_below();

    String grade_none();

    String grade_minor();

    String grade_unknown();

    String grade_major();

    String clause();

    String grade();

    String clauses(int n);

    String way();

    String way_stop(int n);

    String way_to(int n);

    String way_then();

    String effort();

    String best();

    String more(int n);

    String source();

    String confidence_text();

    String confidence_secondary();

    String confidence_known();

    String unpublished();
}
