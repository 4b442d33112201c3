package auditorium.readiness;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the checklist and of readiness. The texts stand in {@code messages/ready_zh.properties} and {@code ready_en.properties}. */
@MessageBundle("ready")
public interface ReadinessMessages {

    String readiness();

    String counts(int requirements, int departments);

    String as_of(String day);

    String standards();

    String verdict();

    String percent_ready(int percent);

    String verdict_stop(int n);

    String verdict_ready();

    String verdict_none();

    String verdict_open(int n);

    String days_to_audit();

    String where_gaps();

    String tap_square();

    String department();

    String all();

    String trend();

    String trend_says(String since, int from, int to);

    String today();

    String first();

    String to_plan();

    String nothing_first();

    String all_requirements();

    String area_sr();

    String area_hs();

    String area_qm();

    String area_en();

    String area_sc();

    String area_is();

    String area_be();

    String area_ms();

    String walk_here();

    String check_again();

    String to_finding(String label);

    String weakest_decides();

    String this_decides();

    String history();

    String history_empty();

    String what_shows_it();

    String lessons();

    String minutes(int n);

    String serves();

    String serves_note();

    String walk();

    String walk_lead();

    String checked_of(int checked, int all);

    String walk_close();

    String needs_reason();

    String needs_fact();

    String needs_result();

    String how_is_it();

    String result_conforms();

    String result_partly();

    String result_fails();

    String result_not_applicable();

    String result_not_checked();

    String what_seen();

    String what_seen_hint();

    String how_checked();

    String method_site();

    String method_document();

    String method_interview();

    String method_verification();

    String zero_note();

    String guidance();

    String previous();

    String skip();

    String save_next();

    String last_time(Object day, Object result);

    String fact_findings();

    String fact_response();

    String fact_trained();

    String fact_known();

    String measure_findings(Object n);

    String measure_known(Object percent, Object target);

    String because_not_applicable(Object day);

    String because_not_checked();

    String because_conforms(Object day);

    String because_partly(Object day);

    String because_fails(Object day);

    String because_findings(Object n, Object grade);

    String because_all_trained(Object lesson, Object all);

    String because_untrained(Object lesson, Object missing, Object all);

    String because_known(Object percent);

    String because_unknown(Object percent, Object target);

    String portfolio();

    String portfolio_lead(int n);

    String portfolio_empty();

    String portfolio_empty_text();

    String factory();

    String standard();

    String half_year();

    String to_audit();

    String open_items();

    String people(int n);

    String no_data();

    String days(long n);

    String mock_results();

    String mock_results_lead();

    String mock_too_few();

    String mock_weak();

    String mock_people(int n);

    String mock_make_finding();

    String mock_lived();

    String mock_signs_some();

    String mock_signs_many();

    String mock_held(int n);

    String mock_privacy();

    String mock_fact(Object department, int people, int percent);

    String signal_fact(Object department, Object month, Object question);

    String mock_weak_more(int n);

    String no_departments();

    String no_departments_text();

    String begin();

    String begin_people();

    String begin_people_text();

    String begin_departments();

    String begin_departments_text();

    String begin_audit();

    String begin_audit_text();

    String begin_training();

    String begin_training_text();

    String begin_walk();

    String begin_walk_text();

    String walk_none();
}
