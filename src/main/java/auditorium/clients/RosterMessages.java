package auditorium.clients;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about lists of people, start codes and badges. The texts stand in {@code messages/roster_zh.properties} and {@code roster_en.properties}. */
@MessageBundle("roster")
public interface RosterMessages {

    @Message
    String import_title();

    @Message
    String import_lead();

    @Message
    String import_file();

    @Message
    String import_file_hint(int n);

    @Message
    String import_upload();

    @Message
    String import_how();

    @Message
    String import_how_1();

    @Message
    String import_how_2();

    @Message
    String import_how_3();

    @Message
    String import_privacy();

    @Message
    String file_missing();

    @Message
    String rows(int n);

    @Message
    String import_columns();

    @Message
    String import_columns_lead();

    @Message
    String import_sheet();

    @Message
    String import_charset();

    @Message
    String import_heading_row();

    @Message
    String import_joined_default();

    @Message
    String row();

    @Message
    String column(int n);

    @Message
    String not_read();

    @Message
    String import_unread(int n);

    @Message
    String import_check();

    @Message
    String import_discard();

    @Message
    String columns_missing();

    @Message
    String field_left();

    @Message
    String field_status();

    @Message
    String field_leads();

    @Message
    String import_checking();

    @Message
    String import_applying();

    @Message
    String import_still();

    @Message
    String import_again();

    @Message
    String import_progress(int n);

    @Message
    String import_rows(int done, int total);

    @Message
    String import_look();

    @Message
    String import_preview();

    @Message
    String import_ready();

    @Message
    String import_nothing();

    @Message
    String import_ready_lead();

    @Message
    String import_faults(long n);

    @Message
    String import_faults_lead();

    @Message
    String import_new();

    @Message
    String import_changed();

    @Message
    String import_same();

    @Message
    String import_leave();

    @Message
    String import_back();

    @Message
    String import_gone();

    @Message
    String import_missing();

    @Message
    String import_fault_rows();

    @Message
    String row_number(long n);

    @Message
    String import_unknown();

    @Message
    String import_unknown_text();

    @Message
    String new_of_kind(String kind);

    @Message
    String same_as(String department);

    @Message
    String import_many_missing(long missing, long working);

    @Message
    String import_missing_text();

    @Message
    String import_who();

    @Message
    String import_everybody(long n);

    @Message
    String import_take();

    @Message
    String import_whole();

    @Message
    String import_columns_again();

    @Message
    String import_other_file();

    @Message
    String import_check_again();

    @Message
    String import_notes();

    @Message
    String now_leads();

    @Message
    String leads_no_more();

    @Message
    String import_done();

    @Message
    String import_departments_made();

    @Message
    String slips_for_new();

    @Message
    String row_number_missing();

    @Message
    String row_number_long(String n);

    @Message
    String row_number_rounded(String n);

    @Message
    String row_number_twice(String n);

    @Message
    String row_number_reused(String name);

    @Message
    String row_zeros_lost(String n);

    @Message
    String row_name_missing();

    @Message
    String row_text_long(String text);

    @Message
    String row_formula_empty();

    @Message
    String row_department_missing();

    @Message
    String row_joined_missing();

    @Message
    String row_date_unknown(String date);

    @Message
    String row_date_odd(String date);

    @Message
    String row_left_before_joining(String date);

    @Message
    String row_not_yours(String name);

    @Message
    String row_leaves_later(String date);

    @Message
    String row_left_without_date();

    @Message
    String row_name_changes(String name);

    @Message
    String slips();

    @Message
    String slips_lead();

    @Message
    String slips_warning();

    @Message
    String slips_paper();

    @Message
    String slips_sheet();

    @Message
    String slips_most(int n);

    @Message
    String nobody_waits_title();

    @Message
    String nobody_waits();

    @Message
    String too_many_slips(int n);

    @Message
    String slips_file(String factory);

    @Message
    String start_code();

    @Message
    String valid_until();

    @Message
    String address();

    @Message
    String badges();

    @Message
    String badges_lead();

    @Message
    String badges_loopback(String site);

    @Message
    String badges_most(int n);

    @Message
    String badges_empty();

    @Message
    String badge_qr(String name);

    @Message
    String print();
}
