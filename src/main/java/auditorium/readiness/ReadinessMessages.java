package auditorium.readiness;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the checklist and of readiness. The texts stand in {@code messages/ready_zh.properties} and {@code ready_en.properties}. */
@MessageBundle("ready")
public interface ReadinessMessages {

    @Message
    String readiness();

    @Message
    String counts(int requirements, int departments);

    @Message
    String as_of(String day);

    @Message
    String standards();

    @Message
    String verdict();

    @Message
    String percent_ready(int percent);

    @Message
    String verdict_stop(int n);

    @Message
    String verdict_ready();

    @Message
    String verdict_none();

    @Message
    String verdict_open(int n);

    @Message
    String days_to_audit();

    @Message
    String where_gaps();

    @Message
    String tap_square();

    @Message
    String department();

    @Message
    String all();

    @Message
    String trend();

    @Message
    String trend_says(String since, int from, int to);

    @Message
    String today();

    @Message
    String first();

    @Message
    String to_plan();

    @Message
    String nothing_first();

    @Message
    String all_requirements();

    @Message
    String area_sr();

    @Message
    String area_hs();

    @Message
    String area_qm();

    @Message
    String area_en();

    @Message
    String area_sc();

    @Message
    String area_is();

    @Message
    String area_be();

    @Message
    String area_ms();

    @Message
    String walk_here();

    @Message
    String check_again();

    @Message
    String to_finding(String label);

    @Message
    String weakest_decides();

    @Message
    String this_decides();

    @Message
    String history();

    @Message
    String history_empty();

    @Message
    String what_shows_it();

    @Message
    String lessons();

    @Message
    String minutes(int n);

    @Message
    String serves();

    @Message
    String serves_note();

    @Message
    String walk();

    @Message
    String walk_lead();

    @Message
    String checked_of(int checked, int all);

    @Message
    String walk_close();

    @Message
    String needs_reason();

    @Message
    String needs_fact();

    @Message
    String needs_result();

    @Message
    String how_is_it();

    @Message
    String result_conforms();

    @Message
    String result_partly();

    @Message
    String result_fails();

    @Message
    String result_not_applicable();

    @Message
    String result_not_checked();

    @Message
    String what_seen();

    @Message
    String what_seen_hint();

    @Message
    String how_checked();

    @Message
    String method_site();

    @Message
    String method_document();

    @Message
    String method_interview();

    @Message
    String method_verification();

    @Message
    String zero_note();

    @Message
    String guidance();

    @Message
    String previous();

    @Message
    String skip();

    @Message
    String save_next();

    @Message
    String last_time(Object day, Object result);

    @Message
    String fact_findings();

    @Message
    String fact_response();

    @Message
    String fact_trained();

    @Message
    String fact_known();

    @Message
    String measure_findings(Object n);

    @Message
    String measure_known(Object percent, Object target);

    @Message
    String because_not_applicable(Object day);

    @Message
    String because_not_checked();

    @Message
    String because_conforms(Object day);

    @Message
    String because_partly(Object day);

    @Message
    String because_fails(Object day);

    @Message
    String because_findings(Object n, Object grade);

    @Message
    String because_all_trained(Object lesson, Object all);

    @Message
    String because_untrained(Object lesson, Object missing, Object all);

    @Message
    String because_known(Object percent);

    @Message
    String because_unknown(Object percent, Object target);

    @Message
    String portfolio();

    @Message
    String portfolio_lead(int n);

    @Message
    String portfolio_empty();

    @Message
    String portfolio_empty_text();

    @Message
    String factory();

    @Message
    String standard();

    @Message
    String half_year();

    @Message
    String to_audit();

    @Message
    String open_items();

    @Message
    String people(int n);

    @Message
    String no_data();

    @Message
    String days(long n);

    @Message
    String mock_results();

    @Message
    String mock_results_lead();

    @Message
    String mock_too_few();

    @Message
    String mock_weak();

    @Message
    String mock_people(int n);

    @Message
    String mock_make_finding();

    @Message
    String mock_lived();

    @Message
    String mock_signs_some();

    @Message
    String mock_signs_many();

    @Message
    String mock_held(int n);

    @Message
    String mock_privacy();

    @Message
    String mock_fact(Object department, int people, int percent);

    @Message
    String signal_fact(Object department, Object month, Object question);

    @Message
    String mock_weak_more(int n);

    @Message
    String no_departments();

    @Message
    String no_departments_text();

    @Message
    String begin();

    @Message
    String begin_people();

    @Message
    String begin_people_text();

    @Message
    String begin_departments();

    @Message
    String begin_departments_text();

    @Message
    String begin_audit();

    @Message
    String begin_audit_text();

    @Message
    String begin_training();

    @Message
    String begin_training_text();

    @Message
    String begin_walk();

    @Message
    String begin_walk_text();

    @Message
    String walk_none();
}
