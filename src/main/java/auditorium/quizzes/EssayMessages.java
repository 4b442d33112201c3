package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about answers that a person marks. The texts stand in {@code messages/essay_zh.properties} and {@code essay_en.properties}. */
@MessageBundle("essay")
public interface EssayMessages {

    @Message
    String title();

    @Message
    String hub_why();

    @Message
    String n_waiting(int n);

    @Message
    String lead();

    @Message
    String nothing();

    @Message
    String waiting();

    @Message
    String since(String when);

    @Message
    String lately();

    @Message
    String written();

    @Message
    String handed_in(String when);

    @Message
    String blind();

    @Message
    String points();

    @Message
    String most(int n);

    @Message
    String comment();

    @Message
    String comment_hint();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String who();

    @Message
    String has(String points);

    @Message
    String history();

    @Message
    String again();

    @Message
    String again_text();

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String save_again();

    @Message
    String every_line();

    @Message
    String comment_long(int n);

    @Message
    String say_why(int least, int most);

    @Message
    String taken(String name);

    @Message
    String not_own();

    @Message
    String read_card(String title);

    @Message
    String waits_short();

    @Message
    String waits_title();

    @Message
    String waits_text(int n);

    @Message
    String waits_so_far(long n, long all);

    @Message
    String quiz_note();

    @Message
    String paper_hint();

    @Message
    String marked_by(String name, String when);
}
