package auditorium.courses;

import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** Words of lessons and of what is due. The texts stand in {@code messages/learn_zh.properties} and {@code learn_en.properties}. */
@MessageBundle("learn")
public interface CourseMessages {

    String courses();

    String courses_lead();

    String passed_of(long passed, int all);

    String minutes(int n);

    String for_all();

    String step_passed();

    String step_read();

    String step_started(int seen, int cards);

    String close();

    String cards(int n);

    String lesson_lead(int cards, int minutes);

    String not_legal_advice();

    String all_lessons();

    String to_quiz(int n);

    String done();

    String terms();

    String elsewhere();

    String slides();

    String slides_why();

    String handout();

    String handout_other();

    String course_paper();

    String course_handout();

    String handout_subject();

    String course_word();

    String revision(int n);

    String printed_on(LocalDate day);

    String back_to_lesson();

    String notes();

    String full_screen();

    String print();

    String slides_hint();

    String ask_the_room();

    String slide_back();

    String slide_on();

    String not_read_yet();

    String cards_passed_by();

    String card_number(int n);

    String read_on(long n);

    String nothing_lost();

    String questions_anyway();

    String card_read();
}
