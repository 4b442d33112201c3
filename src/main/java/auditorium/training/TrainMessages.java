package auditorium.training;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the matrix, of training records and of the plan. The texts stand in {@code messages/train_zh.properties} and {@code train_en.properties}. */
@MessageBundle("train")
public interface TrainMessages {

    String matrix();

    String as_of(String day);

    String no_gap(String day);

    String gap_until_audit(String day);

    String gap_until(String day);

    String gap_sum(int people, int lessons, int hours);

    String all_departments(int n);

    String columns();

    String by_course(int n);

    String by_lesson(int n);

    String standard();

    String all_standards();

    String requirement();

    String look_at();

    String look_audit(String day);

    String look_today();

    String show();

    String show_all();

    String show_gaps();

    String filter();

    String matrix_empty();

    String matrix_empty_text();

    String matrix_region();

    String matrix_caption();

    String name_pinyin();

    String group_size(String place, int n);

    String all_valid();

    String pages();

    String previous();

    String next();

    String page_of(int from, int to, int all);

    String cell_valid();

    String cell_soon();

    String cell_overdue();

    String cell_never();

    String cell_always();

    String not_needed();

    String ends_before_audit();

    String courses_say();

    String sum_sheet();

    String lesson();

    String course();

    String needed();

    String hours_missing();

    String number();

    String name();

    String job();

    String too_many_for_paper(int n, int most);

    String person_record();

    String person_record_pdf();

    String left_on(String day);

    String still_to_learn(int n);

    String record_sum(int n, int hours);

    String record_empty();

    String date();

    String way();

    String score();

    String valid_to();

    String version();

    String minutes_word();

    String way_self();

    String way_session();

    String way_line();

    String way_imported();

    String factory();

    String joined();

    String due_date();

    String reason();

    String signed_person();

    String signed_factory();

    String version_says();

    String plan();

    String plan_of(String year);

    String plan_sum(int planned, int done, int percent);

    String plan_missing(int n);

    String plan_empty();

    String plan_empty_text();

    String plan_region();

    String plan_caption();

    String month(int n);

    String month_planned(int n);

    String month_done(int n);

    String all_year();

    String all();

    String planned();

    String done();

    String done_of();

    String plan_done();

    String plan_open();

    String plan_late();

    String plan_says(int hours);

    String year();

    String made_by();

    String approved_by();
}
