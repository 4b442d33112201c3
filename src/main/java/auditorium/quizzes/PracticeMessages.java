package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of practice and of the forecast. The texts stand in {@code messages/practice_zh.properties} and {@code practice_en.properties}. */
@MessageBundle("practice")
public interface PracticeMessages {

    @Message
    String title();

    @Message
    String left(int n);

    @Message
    String nothing_counts();

    @Message
    String choose_first();

    @Message
    String answer();

    @Message
    String comes_later();

    @Message
    String comes_soon();

    @Message
    String next();

    @Message
    String more();

    @Message
    String enough();

    @Message
    String done();

    @Message
    String done_text();

    @Message
    String none();

    @Message
    String none_text();

    @Message
    String to_courses();

    @Message
    String memory();

    @Message
    String memory_lead(String day);

    @Message
    String day();

    @Message
    String show();

    @Message
    String weakest();

    @Message
    String forecast();

    @Message
    String forecast_lead(String audit, String refresh);

    @Message
    String audit_on(String day);

    @Message
    String no_audit(String day);

    @Message
    String target();

    @Message
    String target_of(int n);

    @Message
    String department();

    @Message
    String people();

    @Message
    String remembered();

    @Message
    String list_length();

    @Message
    String refreshers(int n, int percent);

    @Message
    String method();

    @Message
    String will_remember(String department, int percent);

    @Message
    String enough_already(int target);

    @Message
    String smallest(int n, int percent);

    @Message
    String not_reached(int percent, int target);

    @Message
    String refresh_by(String day);

    @Message
    String people_of(int n);

    @Message
    String names_with_manager();

    @Message
    String not_yet(int n);

    @Message
    String nothing_known();
}
