package auditorium.training.sessions;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of training sessions. The texts stand in {@code messages/session_zh.properties} and {@code session_en.properties}. */
@MessageBundle("session")
public interface SessionMessages {

    String sessions();

    String plan();

    String change();

    String save();

    String held_of(int held, int all);

    String none_this_month();

    String months();

    String none();

    String none_text();

    String hub();

    String hub_why();

    String state_planned();

    String state_open();

    String state_closed();

    String state_cancelled();

    String seats(int n);

    String came_of(int came, int seats);

    String not_closed_yet();

    String of_course(String course, int n);

    String and_more(String first, int n);

    String what();

    String what_hint();

    String when_where();

    String day();

    String time();

    String minutes();

    String room();

    String trainer();

    String language();

    String who();

    String who_hint();

    String who_hint_more();

    String departments();

    String numbers();

    String numbers_hint();

    String cancel();

    String cancel_text();

    String bad_form();

    String bad_lessons(int most);

    String bad_day();

    String bad_time();

    String bad_minutes(int most);

    String bad_room(int longest);

    String bad_trainer(int longest);

    String bad_numbers(String numbers);

    String to_screen();

    String sheet();

    String sheet_foot();

    String sheet_code();

    String name();

    String number();

    String department();

    String signature();

    String trainer_signature();

    String people();

    String tally(int present, int left, int absent);

    String walk_in();

    String add_walk_in();

    String walk_in_word();

    String nobody_on_list();

    String present();

    String left();

    String absent();

    String how_qr();

    String how_hand();

    String how_line();

    String mark_present();

    String mark_present_name(String name);

    String mark_left();

    String mark_left_name(String name);

    String mark_back();

    String mark_back_name(String name);

    String undo();

    String undo_name(String name);

    String take_off();

    String take_off_name(String name);

    String rest_present(int n);

    String close();

    String close_text(int present, int left, int absent);

    String attendance_only();

    String closed_note(String at, String by);

    String corrections();

    String no_corrections();

    String correction();

    String correction_hint();

    String add_correction();

    String bad_correction(int longest);

    String not_yet();

    String somebody_is_there();

    String not_closed();

    String is_over();

    String back_to_session();

    String wall_how();

    String wall_came();

    String wall_code();

    String wall_loopback(String site);

    String you_are(String name);

    String not_me();

    String i_am_here();

    String you_are_in();

    String you_are_in_text();

    String you_left();

    String scan_again();

    String scan_first();

    String no_person();

    String late();

    String late_text();

    String question_of(int n, int all);

    String right();

    String not_right();

    String answered_of(int n, int came);

    String end_question();

    String next_question(int left);

    String begin_quiz(int n);

    String all_asked();

    String to_closing();

    String show_code();

    String send_answer();

    String first_counts();

    String your_choice();

    String answer_in();

    String not_answered();

    String scan_on_wall();

    String result();

    String passed();

    String not_passed();

    String score(int percent);

    String live_note();

    String record();

    String record_pdf();

    String record_xlsx();

    String record_after_closing();

    String passed_of(int n, int all);

    String passed_people(int n);

    String attendance();

    String how();

    String arrived();

    String closed_word();

    String on_line();

    String lesson();

    String version();

    String version_note();

    String signature_of(String name);

    String attendance_only_paper();

    String by();

    String lessons_are_asked();

    String photos();

    String no_photos();

    String photo_of(String when);

    String add_photo();

    String send_photo();

    String file();

    String fingerprint();

    String bad_past(String earliest);

    String talk();

    String talk_lead();

    String whose();

    String line_place();

    String begin_talk();

    String talk_needs_network();

    String bad_talk();

    String done_of(int n);

    String open_cards();

    String tap_name();

    String done();

    String not_on_phone();

    String go_on();

    String back_to_names();

    String done_already(String name);

    String next_person();

    String your_pin(String name);

    String pin_stays();

    String pin_wrong();

    String pin_later();

    String pin_none();

    String pin_again();

    String sign_here();

    String sign_anew();

    String i_was_here(String name);

    String sign_first();

    String hand_in();

    String right_of(int right, int all);

    String to_names();
}
