package auditorium.training;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the matrix, of training records and of the plan. The texts stand in {@code messages/train_zh.properties} and {@code train_en.properties}. */
@MessageBundle("train")
public interface TrainMessages {

    @Message
    String matrix();

    @Message
    String as_of(String day);

    @Message
    String no_gap(String day);

    @Message
    String gap_until_audit(String day);

    @Message
    String gap_until(String day);

    @Message
    String gap_sum(int people, int lessons, int hours);

    @Message
    String all_departments(int n);

    @Message
    String columns();

    @Message
    String by_course(int n);

    @Message
    String by_lesson(int n);

    @Message
    String standard();

    @Message
    String all_standards();

    @Message
    String requirement();

    @Message
    String look_at();

    @Message
    String look_audit(String day);

    @Message
    String look_today();

    @Message
    String show();

    @Message
    String show_all();

    @Message
    String show_gaps();

    @Message
    String filter();

    @Message
    String matrix_empty();

    @Message
    String matrix_empty_text();

    @Message
    String matrix_region();

    @Message
    String matrix_caption();

    @Message
    String name_pinyin();

    @Message
    String group_size(String place, int n);

    @Message
    String all_valid();

    @Message
    String pages();

    @Message
    String previous();

    @Message
    String next();

    @Message
    String page_of(int from, int to, int all);

    @Message
    String cell_valid();

    @Message
    String cell_soon();

    @Message
    String cell_overdue();

    @Message
    String cell_never();

    @Message
    String cell_always();

    @Message
    String not_needed();

    @Message
    String ends_before_audit();

    @Message
    String courses_say();

    @Message
    String sum_sheet();

    @Message
    String lesson();

    @Message
    String course();

    @Message
    String needed();

    @Message
    String hours_missing();

    @Message
    String number();

    @Message
    String name();

    @Message
    String job();

    @Message
    String too_many_for_paper(int n, int most);

    @Message
    String person_record();

    @Message
    String person_record_pdf();

    @Message
    String left_on(String day);

    @Message
    String still_to_learn(int n);

    @Message
    String record_sum(int n, int hours);

    @Message
    String record_empty();

    @Message
    String date();

    @Message
    String way();

    @Message
    String score();

    @Message
    String valid_to();

    @Message
    String version();

    @Message
    String minutes_word();

    @Message
    String way_self();

    @Message
    String way_session();

    @Message
    String way_line();

    @Message
    String way_imported();

    @Message
    String factory();

    @Message
    String joined();

    @Message
    String due_date();

    @Message
    String reason();

    @Message
    String signed_person();

    @Message
    String signed_factory();

    @Message
    String version_says();

    @Message
    String plan();

    @Message
    String plan_of(String year);

    @Message
    String plan_sum(int planned, int done, int percent);

    @Message
    String plan_missing(int n);

    @Message
    String plan_empty();

    @Message
    String plan_empty_text();

    @Message
    String plan_region();

    @Message
    String plan_caption();

    @Message
    String month(int n);

    @Message
    String month_planned(int n);

    @Message
    String month_done(int n);

    @Message
    String all_year();

    @Message
    String all();

    @Message
    String planned();

    @Message
    String done();

    @Message
    String done_of();

    @Message
    String plan_done();

    @Message
    String plan_open();

    @Message
    String plan_late();

    @Message
    String plan_says(int hours);

    @Message
    String year();

    @Message
    String made_by();

    @Message
    String approved_by();
}
