package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of practice and of the forecast. The texts stand in {@code messages/practice_zh.properties} and {@code practice_en.properties}. */
@MessageBundle("practice")
public interface PracticeMessages {

    String title();

    String left(int n);

    String nothing_counts();

    String choose_first();

    String answer();

    String comes_later();

    String comes_soon();

    String next();

    String more();

    String enough();

    String done();

    String done_text();

    String none();

    String none_text();

    String to_courses();

    String memory();

    String memory_lead(String day);

    String day();

    String show();

    String weakest();

    String forecast();

    String forecast_lead(String audit, String refresh);

    String audit_on(String day);

    String no_audit(String day);

    String target();

    String target_of(int n);

    String department();

    String people();

    String remembered();

    String list_length();

    String refreshers(int n, int percent);

    String method();

    String will_remember(String department, int percent);

    String enough_already(int target);

    String smallest(int n, int percent);

    String not_reached(int percent, int target);

    String refresh_by(String day);

    String people_of(int n);

    String names_with_manager();

    String not_yet(int n);

    String nothing_known();
}
