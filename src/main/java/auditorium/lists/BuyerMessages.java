package auditorium.lists;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about customers' lists. The texts stand in {@code messages/buyer_zh.properties} and {@code buyer_en.properties}. */
@MessageBundle("buyer")
public interface BuyerMessages {

    String lists();

    String lists_lead();

    String none();

    String none_text();

    String edition(int n);

    String n_lines(int n);

    String decided_of(int done, int all);

    String n_to_look(int n);

    String draft_waits();

    String archived();

    String on_board();

    String own_requirements();

    String bring();

    String list_title();

    String list_title_hint();

    String file();

    String file_hint();

    String upload();

    String how_1();

    String how_2();

    String how_3();

    String title_missing();

    String file_missing();

    String new_edition();

    String new_edition_lead();

    String columns();

    String columns_lead();

    String sheet();

    String charset();

    String heading_row();

    String row();

    String column(int n);

    String not_read();

    String unread();

    String read_list();

    String discard();

    String columns_missing();

    String field_reference();

    String field_section();

    String field_zh();

    String field_en();

    String field_grade();

    String field_keys();

    String field_departments();

    String field_place();

    String reading();

    String still();

    String again();

    String rows_read(int done, int total);

    String look_again();

    String changes_of(int n);

    String changes_lead();

    String changes_taken();

    String changes_past();

    String take();

    String undo();

    String undo_not_now();

    String kinds();

    String kind_new();

    String kind_removed();

    String kind_split();

    String kind_merged();

    String kind_reworded();

    String kind_same();

    String no_such_change();

    String was_not_there();

    String is_gone();

    String alike(int n);

    String alike_short(int n);

    String pages();

    String page_before();

    String page_next();

    String page_of(int page, int pages);

    String still_open(int n);

    String all_decided();

    String archived_text();

    String export();

    String which_lines();

    String show_all();

    String show_open();

    String show_look();

    String show_own();

    String all_sections();

    String apply();

    String no_lines();

    String words_changed();

    String undecided();

    String line(int n);

    String looked();

    String other_key();

    String other_key_of(int n);

    String own_of(int n);

    String not_own();

    String own_for(String kind);

    String asks_nothing();

    String save_page();

    String unknown_keys(String keys);

    String changed_meanwhile();

    String editions();

    String undone_by(String name);

    String waits();

    String archive();

    String take_out();

    String own_lead();

    String own_none();

    String own_archived(String day);

    String nobody_answers();

    String own_words();

    String own_change();

    String own_kinds();

    String save();

    String kinds_missing(String key);

    String area_x();

    String hub_why();
}
