package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about answers that a person marks. The texts stand in {@code messages/essay_zh.properties} and {@code essay_en.properties}. */
@MessageBundle("essay")
public interface EssayMessages {

    String title();

    String hub_why();

    String n_waiting(int n);

    String lead();

    String nothing();

    String waiting();

    String since(String when);

    String lately();

    String written();

    String handed_in(String when);

    String blind();

    String points();

    String most(int n);

    String comment();

    String comment_hint();

    String save();

    String cancel();

    String who();

    String has(String points);

    String history();

    String again();

    String again_text();

    String reason();

    String reason_hint();

    String save_again();

    String every_line();

    String comment_long(int n);

    String say_why(int least, int most);

    String taken(String name);

    String not_own();

    String read_card(String title);

    String waits_short();

    String waits_title();

    String waits_text(int n);

    String waits_so_far(long n, long all);

    String quiz_note();

    String paper_hint();

    String marked_by(String name, String when);
}
