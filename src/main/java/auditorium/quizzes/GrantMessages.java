package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about more time and more attempts. The texts stand in {@code messages/grant_zh.properties} and {@code grant_en.properties}. */
@MessageBundle("grant")
public interface GrantMessages {

    String title(String name);

    String people();

    String attempts();

    String no_attempts();

    String time_up();

    String going();

    String over();

    String waiting();

    String give();

    String give_text();

    String no_quizzes();

    String quiz();

    String has_minutes(long n);

    String has_attempts(int n);

    String minutes();

    String more_attempts();

    String reason();

    String reason_hint();

    String give_do();

    String given();

    String plus_minutes(long n);

    String plus_attempts(int n);

    String withdrawn(String name);

    String withdraw();

    String which_quiz();

    String whole_numbers(int minutes, int attempts);

    String nothing_granted();

    String no_clock();

    String no_count();

    String say_why(int n);

    String not_to_oneself();
}
