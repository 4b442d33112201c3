package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about statistics. The texts stand in {@code messages/stat_zh.properties} and {@code stat_en.properties}. */
@MessageBundle("stat")
public interface AnalysisMessages {

    String title();

    String lead(long n);

    String lead_together(int factories, long n);

    String period();

    String look();

    String look_none();

    String look_more(int n);

    String no_attempts();

    String figures_short(long n, String facility);

    String quizzes();

    String quiz();

    String first_attempts();

    String passed();

    String alarms();

    String no_names();

    String quiz_lead(long n);

    String from_factories(int n);

    String cut();

    String small_sample(long n);

    String question();

    String verdict();

    String attempts();

    String facility();

    String zh();

    String en();

    String by_language();

    String deviation();

    String discrimination();

    String efficiency();

    String weight();

    String version_now();

    String version_before(String name);

    String meanings();

    String numbers();

    String facility_says();

    String language_says();

    String deviation_says();

    String discrimination_says();

    String efficiency_says();

    String weight_says();

    String chosen();

    String answers(int n);

    String too_few_to_show();

    String nothing_to_count();

    String is_right();

    String chosen_by(int n, int all);

    String no_answer();

    String v_only_zh();

    String v_only_en();

    String v_reversed();

    String v_hard();

    String v_flat();

    String v_easy();

    String v_good();

    String v_few();

    String todo_language();

    String todo_reversed();

    String todo_hard();

    String todo_flat();

    String todo_easy();

    String todo_good();

    String days_90();

    String days_365();

    String days_3650();

    String untouched(int n);

    String regrade();

    String regraded();

    String regrade_look();

    String older(long n);

    String regrade_did(Object attempts, Object changed, Object gained, Object kept);

    String need_reason();

    String need_version();

    String key_changed();

    String key_now();

    String key_then();

    String nothing_older();

    String not_comparable();

    String attempts_n(int n);

    String regrade_these();

    String asked_otherwise();

    String more_points();

    String fewer_points();

    String would_pass();

    String would_keep();

    String mean_score();

    String why();

    String reason_label();

    String reason_hint();

    String passes_stay();

    String regrade_do();

    String sheet();
}
