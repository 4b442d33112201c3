package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about more time and more attempts. The texts stand in {@code messages/grant_zh.properties} and {@code grant_en.properties}. */
@MessageBundle("grant")
public interface GrantMessages {

    @Message
    String title(String name);

    @Message
    String people();

    @Message
    String attempts();

    @Message
    String no_attempts();

    @Message
    String time_up();

    @Message
    String going();

    @Message
    String over();

    @Message
    String waiting();

    @Message
    String give();

    @Message
    String give_text();

    @Message
    String no_quizzes();

    @Message
    String quiz();

    @Message
    String has_minutes(long n);

    @Message
    String has_attempts(int n);

    @Message
    String minutes();

    @Message
    String more_attempts();

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String give_do();

    @Message
    String given();

    @Message
    String plus_minutes(long n);

    @Message
    String plus_attempts(int n);

    @Message
    String withdrawn(String name);

    @Message
    String withdraw();

    @Message
    String which_quiz();

    @Message
    String whole_numbers(int minutes, int attempts);

    @Message
    String nothing_granted();

    @Message
    String no_clock();

    @Message
    String no_count();

    @Message
    String say_why(int n);

    @Message
    String not_to_oneself();
}
