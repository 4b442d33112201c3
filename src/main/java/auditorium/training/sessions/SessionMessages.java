package auditorium.training.sessions;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of training sessions. The texts stand in {@code messages/session_zh.properties} and {@code session_en.properties}. */
@MessageBundle("session")
public interface SessionMessages {

    @Message
    String sessions();

    @Message
    String plan();

    @Message
    String change();

    @Message
    String save();

    @Message
    String held_of(int held, int all);

    @Message
    String none_this_month();

    @Message
    String months();

    @Message
    String none();

    @Message
    String none_text();

    @Message
    String hub();

    @Message
    String hub_why();

    @Message
    String state_planned();

    @Message
    String state_open();

    @Message
    String state_closed();

    @Message
    String state_cancelled();

    @Message
    String seats(int n);

    @Message
    String came_of(int came, int seats);

    @Message
    String not_closed_yet();

    @Message
    String of_course(String course, int n);

    @Message
    String and_more(String first, int n);

    @Message
    String what();

    @Message
    String what_hint();

    @Message
    String when_where();

    @Message
    String day();

    @Message
    String time();

    @Message
    String minutes();

    @Message
    String room();

    @Message
    String trainer();

    @Message
    String language();

    @Message
    String who();

    @Message
    String who_hint();

    @Message
    String who_hint_more();

    @Message
    String departments();

    @Message
    String numbers();

    @Message
    String numbers_hint();

    @Message
    String cancel();

    @Message
    String cancel_text();

    @Message
    String bad_form();

    @Message
    String bad_lessons(int most);

    @Message
    String bad_day();

    @Message
    String bad_time();

    @Message
    String bad_minutes(int most);

    @Message
    String bad_room(int longest);

    @Message
    String bad_trainer(int longest);

    @Message
    String bad_numbers(String numbers);

    @Message
    String to_screen();

    @Message
    String sheet();

    @Message
    String sheet_foot();

    @Message
    String sheet_code();

    @Message
    String name();

    @Message
    String number();

    @Message
    String department();

    @Message
    String signature();

    @Message
    String trainer_signature();

    @Message
    String people();

    @Message
    String tally(int present, int left, int absent);

    @Message
    String walk_in();

    @Message
    String add_walk_in();

    @Message
    String walk_in_word();

    @Message
    String nobody_on_list();

    @Message
    String present();

    @Message
    String left();

    @Message
    String absent();

    @Message
    String how_qr();

    @Message
    String how_hand();

    @Message
    String how_line();

    @Message
    String mark_present();

    @Message
    String mark_present_name(String name);

    @Message
    String mark_left();

    @Message
    String mark_left_name(String name);

    @Message
    String mark_back();

    @Message
    String mark_back_name(String name);

    @Message
    String undo();

    @Message
    String undo_name(String name);

    @Message
    String take_off();

    @Message
    String take_off_name(String name);

    @Message
    String rest_present(int n);

    @Message
    String close();

    @Message
    String close_text(int present, int left, int absent);

    @Message
    String attendance_only();

    @Message
    String closed_note(String at, String by);

    @Message
    String corrections();

    @Message
    String no_corrections();

    @Message
    String correction();

    @Message
    String correction_hint();

    @Message
    String add_correction();

    @Message
    String bad_correction(int longest);

    @Message
    String not_yet();

    @Message
    String somebody_is_there();

    @Message
    String not_closed();

    @Message
    String is_over();

    @Message
    String back_to_session();

    @Message
    String wall_how();

    @Message
    String wall_came();

    @Message
    String wall_code();

    @Message
    String wall_loopback(String site);

    @Message
    String you_are(String name);

    @Message
    String not_me();

    @Message
    String i_am_here();

    @Message
    String you_are_in();

    @Message
    String you_are_in_text();

    @Message
    String you_left();

    @Message
    String scan_again();

    @Message
    String scan_first();

    @Message
    String no_person();

    @Message
    String late();

    @Message
    String late_text();

    @Message
    String question_of(int n, int all);

    @Message
    String right();

    @Message
    String not_right();

    @Message
    String answered_of(int n, int came);

    @Message
    String end_question();

    @Message
    String next_question(int left);

    @Message
    String begin_quiz(int n);

    @Message
    String all_asked();

    @Message
    String to_closing();

    @Message
    String show_code();

    @Message
    String send_answer();

    @Message
    String first_counts();

    @Message
    String your_choice();

    @Message
    String answer_in();

    @Message
    String not_answered();

    @Message
    String scan_on_wall();

    @Message
    String result();

    @Message
    String passed();

    @Message
    String not_passed();

    @Message
    String score(int percent);

    @Message
    String live_note();

    @Message
    String record();

    @Message
    String record_pdf();

    @Message
    String record_xlsx();

    @Message
    String record_after_closing();

    @Message
    String passed_of(int n, int all);

    @Message
    String passed_people(int n);

    @Message
    String attendance();

    @Message
    String how();

    @Message
    String arrived();

    @Message
    String closed_word();

    @Message
    String on_line();

    @Message
    String lesson();

    @Message
    String version();

    @Message
    String version_note();

    @Message
    String signature_of(String name);

    @Message
    String attendance_only_paper();

    @Message
    String by();

    @Message
    String lessons_are_asked();

    @Message
    String photos();

    @Message
    String no_photos();

    @Message
    String photo_of(String when);

    @Message
    String add_photo();

    @Message
    String send_photo();

    @Message
    String file();

    @Message
    String fingerprint();

    @Message
    String bad_past(String earliest);

    @Message
    String talk();

    @Message
    String talk_lead();

    @Message
    String whose();

    @Message
    String line_place();

    @Message
    String begin_talk();

    @Message
    String talk_needs_network();

    @Message
    String bad_talk();

    @Message
    String done_of(int n);

    @Message
    String open_cards();

    @Message
    String tap_name();

    @Message
    String done();

    @Message
    String not_on_phone();

    @Message
    String go_on();

    @Message
    String back_to_names();

    @Message
    String done_already(String name);

    @Message
    String next_person();

    @Message
    String your_pin(String name);

    @Message
    String pin_stays();

    @Message
    String pin_wrong();

    @Message
    String pin_later();

    @Message
    String pin_none();

    @Message
    String pin_again();

    @Message
    String sign_here();

    @Message
    String sign_anew();

    @Message
    String i_was_here(String name);

    @Message
    String sign_first();

    @Message
    String hand_in();

    @Message
    String right_of(int right, int all);

    @Message
    String to_names();
}
