package auditorium.clients;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about lists of people, start codes and badges. The texts stand in {@code messages/roster_zh.properties} and {@code roster_en.properties}. */
@MessageBundle("roster")
public interface RosterMessages {

    String import_title();

    String import_lead();

    String import_file();

    String import_file_hint(int n);

    String import_upload();

    String import_how();

    String import_how_1();

    String import_how_2();

    String import_how_3();

    String import_privacy();

    String file_missing();

    String rows(int n);

    String import_columns();

    String import_columns_lead();

    String import_sheet();

    String import_charset();

    String import_heading_row();

    String import_joined_default();

    String row();

    String column(int n);

    String not_read();

    String import_unread(int n);

    String import_check();

    String import_discard();

    String columns_missing();

    String field_left();

    String field_status();

    String field_leads();

    String import_checking();

    String import_applying();

    String import_still();

    String import_again();

    String import_progress(int n);

    String import_rows(int done, int total);

    String import_look();

    String import_preview();

    String import_ready();

    String import_nothing();

    String import_ready_lead();

    String import_faults(long n);

    String import_faults_lead();

    String import_new();

    String import_changed();

    String import_same();

    String import_leave();

    String import_back();

    String import_gone();

    String import_missing();

    String import_fault_rows();

    String row_number(long n);

    String import_unknown();

    String import_unknown_text();

    String new_of_kind(String kind);

    String same_as(String department);

    String import_many_missing(long missing, long working);

    String import_missing_text();

    String import_who();

    String import_everybody(long n);

    String import_take();

    String import_whole();

    String import_columns_again();

    String import_other_file();

    String import_check_again();

    String import_notes();

    String now_leads();

    String leads_no_more();

    String import_done();

    String import_departments_made();

    String slips_for_new();

    String row_number_missing();

    String row_number_long(String n);

    String row_number_rounded(String n);

    String row_number_twice(String n);

    String row_number_reused(String name);

    String row_zeros_lost(String n);

    String row_name_missing();

    String row_text_long(String text);

    String row_formula_empty();

    String row_department_missing();

    String row_joined_missing();

    String row_date_unknown(String date);

    String row_date_odd(String date);

    String row_left_before_joining(String date);

    String row_not_yours(String name);

    String row_leaves_later(String date);

    String row_left_without_date();

    String row_name_changes(String name);

    String slips();

    String slips_lead();

    String slips_warning();

    String slips_paper();

    String slips_sheet();

    String slips_most(int n);

    String nobody_waits_title();

    String nobody_waits();

    String too_many_slips(int n);

    String slips_file(String factory);

    String start_code();

    String valid_until();

    String address();

    String badges();

    String badges_lead();

    String badges_loopback(String site);

    String badges_most(int n);

    String badges_empty();

    String badge_qr(String name);

    String print();
}
