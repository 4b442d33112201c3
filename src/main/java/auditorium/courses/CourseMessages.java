package auditorium.courses;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** Words of lessons and of what is due. The texts stand in {@code messages/learn_zh.properties} and {@code learn_en.properties}. */
@MessageBundle("learn")
public interface CourseMessages {

    @Message
    String courses();

    @Message
    String courses_lead();

    @Message
    String passed_of(long passed, int all);

    @Message
    String minutes(int n);

    @Message
    String for_all();

    @Message
    String step_passed();

    @Message
    String step_read();

    @Message
    String step_started(int seen, int cards);

    @Message
    String close();

    @Message
    String cards(int n);

    @Message
    String lesson_lead(int cards, int minutes);

    @Message
    String not_legal_advice();

    @Message
    String all_lessons();

    @Message
    String to_quiz(int n);

    @Message
    String done();

    @Message
    String terms();

    @Message
    String elsewhere();

    @Message
    String slides();

    @Message
    String slides_why();

    @Message
    String handout();

    @Message
    String handout_other();

    @Message
    String course_paper();

    @Message
    String course_handout();

    @Message
    String handout_subject();

    @Message
    String course_word();

    @Message
    String revision(int n);

    @Message
    String printed_on(LocalDate day);

    @Message
    String back_to_lesson();

    @Message
    String notes();

    @Message
    String full_screen();

    @Message
    String print();

    @Message
    String slides_hint();

    @Message
    String ask_the_room();

    @Message
    String slide_back();

    @Message
    String slide_on();

    @Message
    String not_read_yet();

    @Message
    String cards_passed_by();

    @Message
    String card_number(int n);

    @Message
    String read_on(long n);

    @Message
    String nothing_lost();

    @Message
    String questions_anyway();

    @Message
    String card_read();
}
