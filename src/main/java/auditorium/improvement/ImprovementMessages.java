package auditorium.improvement;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of findings and tasks. The texts stand in {@code messages/improve_zh.properties} and {@code improve_en.properties}. */
@MessageBundle("improve")
public interface ImprovementMessages {

    String improvement();

    String open_late(long open, long late);

    String empty_title();

    String empty_text();

    String empty_do();

    String lane_empty();

    String state_open();

    String state_in_progress();

    String state_done();

    String state_verified();

    String state_cancelled();

    String opened(String day, String name);

    String zero_today();

    String tasks_given();

    String more_tasks();

    String proposed_tasks();

    String owner();

    String due();

    String closes_with();

    String give_out();

    String to_requirement();

    String my_tasks();

    String no_tasks();

    String no_tasks_text();

    String no_tasks_do();

    String steps();

    String what_to_do();

    String seen();

    String report_done();

    String report_note();

    String report_hint();

    String report_photo();

    String report_send();

    String verify();

    String verify_seen();

    String verify_hint();

    String verify_pass();

    String verify_back();

    String own_work();

    String own_department();

    String history();

    String history_empty();

    String did_report(String name);

    String did_verify(String name);

    String did_reopen(String name);

    String did_start(String name);

    String did_cancel(String name);

    String not_in_this_state();

    String reopening_needs_reason();

    String state_waiting();

    String verified_until(String day);

    String verified_due();

    String closed_on(String day);

    String finding_open();

    String systemic(long times);

    String missing_preventive();

    String missing_task();

    String origin_response();

    String origin_mock();

    String origin_real();

    String origin_signal();

    String origin();

    String basis();

    String basis_document();

    String basis_interview();

    String basis_site();

    String source();

    String seen_fact();

    String containment();

    String containment_none();

    String root_cause();

    String root_none();

    String why_next();

    String analyse();

    String analyse_again();

    String analysis();

    String analysis_lead();

    String why_n(int n);

    String cause();

    String cause_none();

    String grade();

    String reason();

    String containment_hint();

    String save_analysis();

    String fact_missing();

    String revision_needs_reason();

    String milder_not_by_department();

    String kind_containment();

    String kind_correction();

    String kind_corrective();

    String kind_preventive();

    String kind_training();

    String kind_renewal();

    String kind();

    String own_task();

    String own_title();

    String own_action();

    String own_closes();

    String own_give();

    String own_task_incomplete();

    String owner_missing();

    String due_in_the_past();

    String no_date(String typed);

    String effect();

    String effect_early(String day);

    String effect_how();

    String effect_seen();

    String effect_works();

    String effect_fails();

    String effect_which();

    String check_needs_words();

    String check_too_early(Object day);

    String finding_not_in_this_state();

    String failure_needs();

    String elsewhere();

    String elsewhere_why();

    String elsewhere_open(String label);

    String elsewhere_look();

    String past_opened(String name);

    String past_revised(String name);

    String past_seen_again(String name);

    String past_verified(String name);

    String past_confirmed(String name);

    String past_failed(String name);

    String past_came_back(String name);

    String past_reopened(String name);

    String enter_finding();

    String enter_lead();

    String department();

    String requirement();

    String grade_default();

    String choose();

    String basis_unknown();

    String source_hint();

    String enter_save();

    String entry_incomplete();

    String start();

    String report_without();

    String report_without_hint();

    String report_needs_proof();

    String report_for(String name);

    String without_was(String reason);

    String accept_without();

    String accept_missing();

    String training_proof();

    String training_state(int requizzed, int people, int known);

    String training_enough();

    String training_rule();

    String training_people(Object requizzed, Object people, Object reach);

    String training_knowledge(Object known, Object wanted);

    String change_task();

    String change_save();

    String change_why();

    String change_needs_reason();

    String cancel_task();

    String cancelling_needs_reason();

    String did_move(String name);

    String did_hand_over(String name);

    String effect_on(String day);

    String views();

    String view_board();

    String view_list();

    String view_month();

    String view_mine();

    String all_departments();

    String all_grades();

    String all_origins();

    String all_kinds();

    String which();

    String which_open();

    String which_late();

    String which_settled();

    String show();

    String lane_more(int more);

    String more_of_plan();

    String shown(int first, int last, int all);

    String list_empty();

    String state();

    String pages();

    String page_before();

    String page_after();

    String months();

    String month_cut();

    String month_empty();

    String mon();

    String tue();

    String wed();

    String thu();

    String fri();

    String sat();

    String sun();

    String today();

    String audit_day();

    String key_task();

    String routines();

    String routines_why();

    String routines_none();

    String routines_none_text();

    String routine_new();

    String routine_title();

    String routine_rhythm();

    String routine_starts();

    String routine_begin();

    String routine_end();

    String routine_incomplete();

    String weekly();

    String monthly();

    String quarterly();

    String half_yearly();

    String yearly();

    String turn_done(String name);

    String turn_late(String name);

    String turn_missed();

    String turn_due();

    String turn_do();

    String said_to_you();

    String passed_up();

    String passed_up_why();

    String without_account();

    String without_account_why();

    String remark();

    String remark_hint();

    String remark_send();

    String remark_empty();

    String did_remark(String name);

    String did_escalate_1();

    String did_escalate_2();

    String did_escalate_3();

    String cap();

    String cap_why();

    String cap_take();

    String cap_xlsx();

    String cap_capr();

    String cap_8d();

    String cap_bring();

    String cap_bring_how();

    String cap_file();

    String cap_compare();

    String cap_no_file();

    String cap_too_large(Object megabytes);

    String cap_unreadable();

    String cap_too_many(Object most);

    String paper_too_many(Object most);

    String cap_counts(int rows, long changes, long problems);

    String cap_taken();

    String cap_problems();

    String cap_same();

    String cap_ready();

    String cap_left(int rows);

    String cap_nothing_yet();

    String cap_row();

    String cap_what();

    String cap_empty();

    String cap_cut();

    String cap_do(long changes);

    String cap_again();

    String cap_reason();

    String cap_unknown_row();

    String cap_twice();

    String cap_no_day();

    String cap_unknown_person();

    String cap_unknown_cause();

    String cap_not_open();

    String cap_whys();

    String cap_contradiction();

    String paper_before();

    String paper_after();

    String paper_no_photo();

    String paper_none();

    String paper_capr();

    String paper_made(String day, int findings);

    String paper_nothing();

    String paper_finding();

    String paper_corrective();

    String paper_verification();

    String paper_verified(String day, String name);

    String paper_done(String day);

    String paper_works();

    String paper_fails();

    String paper_not_yet();

    String paper_team();

    String paper_problem();

    String paper_chosen();

    String paper_implemented();

    String paper_closing();

    String start_photo();

    String renewals();

    String renewals_why();

    String renewal_nobodys();
}
