package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the mock audit. The texts stand in {@code messages/mock_zh.properties} and {@code mock_en.properties}. */
@MessageBundle("mock")
public interface MockMessages {

    @Message
    String title();

    @Message
    String about_minutes();

    @Message
    String lead();

    @Message
    String open();

    @Message
    String general();

    @Message
    String go_on();

    @Message
    String way();

    @Message
    String stages();

    @Message
    String stage_ARRIVAL();

    @Message
    String stage_FLOOR();

    @Message
    String stage_PROCESS();

    @Message
    String stage_DOCUMENTS();

    @Message
    String stage_INTERVIEW();

    @Message
    String stage_CLOSING();

    @Message
    String about_ARRIVAL();

    @Message
    String about_FLOOR();

    @Message
    String about_PROCESS();

    @Message
    String about_DOCUMENTS();

    @Message
    String about_INTERVIEW();

    @Message
    String about_CLOSING();

    @Message
    String now_ARRIVAL();

    @Message
    String now_FLOOR();

    @Message
    String now_PROCESS();

    @Message
    String now_DOCUMENTS();

    @Message
    String now_INTERVIEW();

    @Message
    String now_CLOSING();

    @Message
    String who_sees();

    @Message
    String rights();

    @Message
    String right_own();

    @Message
    String right_skip();

    @Message
    String right_alone();

    @Message
    String right_reprisal();

    @Message
    String right_told();

    @Message
    String right_help();

    @Message
    String by_which();

    @Message
    String start();

    @Message
    String preview();

    @Message
    String preview_why();

    @Message
    String department();

    @Message
    String standard();

    @Message
    String preview_open();

    @Message
    String preview_of(String department);

    @Message
    String preview_note();

    @Message
    String past();

    @Message
    String close();

    @Message
    String experience_note();

    @Message
    String end_title();

    @Message
    String end_text();

    @Message
    String hand_in();

    @Message
    String debrief();

    @Message
    String all_held();

    @Message
    String held_and_learn(int held, int learn);

    @Message
    String debrief_lead();

    @Message
    String disclosed(long n);

    @Message
    String disclose_next();

    @Message
    String credit_given();

    @Message
    String credit_missed();

    @Message
    String disclose_why();

    @Message
    String learn_next();

    @Message
    String held();

    @Message
    String what_next();

    @Message
    String what_next_text();

    @Message
    String again();

    @Message
    String question_no(int n);

    @Message
    String learn_more(int n);
}
