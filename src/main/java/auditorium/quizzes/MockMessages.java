package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the mock audit. The texts stand in {@code messages/mock_zh.properties} and {@code mock_en.properties}. */
@MessageBundle("mock")
public interface MockMessages {

    String title();

    String about_minutes();

    String lead();

    String open();

    String general();

    String go_on();

    String way();

    String stages();

    String stage_ARRIVAL();

    String stage_FLOOR();

    String stage_PROCESS();

    String stage_DOCUMENTS();

    String stage_INTERVIEW();

    String stage_CLOSING();

    String about_ARRIVAL();

    String about_FLOOR();

    String about_PROCESS();

    String about_DOCUMENTS();

    String about_INTERVIEW();

    String about_CLOSING();

    String now_ARRIVAL();

    String now_FLOOR();

    String now_PROCESS();

    String now_DOCUMENTS();

    String now_INTERVIEW();

    String now_CLOSING();

    String who_sees();

    String rights();

    String right_own();

    String right_skip();

    String right_alone();

    String right_reprisal();

    String right_told();

    String right_help();

    String by_which();

    String start();

    String preview();

    String preview_why();

    String department();

    String standard();

    String preview_open();

    String preview_of(String department);

    String preview_note();

    String past();

    String close();

    String experience_note();

    String end_title();

    String end_text();

    String hand_in();

    String debrief();

    String all_held();

    String held_and_learn(int held, int learn);

    String debrief_lead();

    String disclosed(long n);

    String disclose_next();

    String credit_given();

    String credit_missed();

    String disclose_why();

    String learn_next();

    String held();

    String what_next();

    String what_next_text();

    String again();

    String question_no(int n);

    String learn_more(int n);
}
