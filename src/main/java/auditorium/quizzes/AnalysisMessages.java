package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about statistics. The texts stand in {@code messages/stat_zh.properties} and {@code stat_en.properties}. */
@MessageBundle("stat")
public interface AnalysisMessages {

    @Message
    String title();

    @Message
    String lead(long n);

    @Message
    String lead_together(int factories, long n);

    @Message
    String period();

    @Message
    String look();

    @Message
    String look_none();

    @Message
    String look_more(int n);

    @Message
    String no_attempts();

    @Message
    String figures_short(long n, String facility);

    @Message
    String quizzes();

    @Message
    String quiz();

    @Message
    String first_attempts();

    @Message
    String passed();

    @Message
    String alarms();

    @Message
    String no_names();

    @Message
    String quiz_lead(long n);

    @Message
    String from_factories(int n);

    @Message
    String cut();

    @Message
    String small_sample(long n);

    @Message
    String question();

    @Message
    String verdict();

    @Message
    String attempts();

    @Message
    String facility();

    @Message
    String zh();

    @Message
    String en();

    @Message
    String by_language();

    @Message
    String deviation();

    @Message
    String discrimination();

    @Message
    String efficiency();

    @Message
    String weight();

    @Message
    String version_now();

    @Message
    String version_before(String name);

    @Message
    String meanings();

    @Message
    String numbers();

    @Message
    String facility_says();

    @Message
    String language_says();

    @Message
    String deviation_says();

    @Message
    String discrimination_says();

    @Message
    String efficiency_says();

    @Message
    String weight_says();

    @Message
    String chosen();

    @Message
    String answers(int n);

    @Message
    String too_few_to_show();

    @Message
    String nothing_to_count();

    @Message
    String is_right();

    @Message
    String chosen_by(int n, int all);

    @Message
    String no_answer();

    @Message
    String v_only_zh();

    @Message
    String v_only_en();

    @Message
    String v_reversed();

    @Message
    String v_hard();

    @Message
    String v_flat();

    @Message
    String v_easy();

    @Message
    String v_good();

    @Message
    String v_few();

    @Message
    String todo_language();

    @Message
    String todo_reversed();

    @Message
    String todo_hard();

    @Message
    String todo_flat();

    @Message
    String todo_easy();

    @Message
    String todo_good();

    @Message
    String days_90();

    @Message
    String days_365();

    @Message
    String days_3650();

    @Message
    String untouched(int n);

    @Message
    String regrade();

    @Message
    String regraded();

    @Message
    String regrade_look();

    @Message
    String older(long n);

    @Message
    String regrade_did(Object attempts, Object changed, Object gained, Object kept);

    @Message
    String need_reason();

    @Message
    String need_version();

    @Message
    String key_changed();

    @Message
    String key_now();

    @Message
    String key_then();

    @Message
    String nothing_older();

    @Message
    String not_comparable();

    @Message
    String attempts_n(int n);

    @Message
    String regrade_these();

    @Message
    String asked_otherwise();

    @Message
    String more_points();

    @Message
    String fewer_points();

    @Message
    String would_pass();

    @Message
    String would_keep();

    @Message
    String mean_score();

    @Message
    String why();

    @Message
    String reason_label();

    @Message
    String reason_hint();

    @Message
    String passes_stay();

    @Message
    String regrade_do();

    @Message
    String sheet();
}
