package auditorium.lists;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about customers' lists. The texts stand in {@code messages/buyer_zh.properties} and {@code buyer_en.properties}. */
@MessageBundle("buyer")
public interface BuyerMessages {

    @Message
    String lists();

    @Message
    String lists_lead();

    @Message
    String none();

    @Message
    String none_text();

    @Message
    String edition(int n);

    @Message
    String n_lines(int n);

    @Message
    String decided_of(int done, int all);

    @Message
    String n_to_look(int n);

    @Message
    String draft_waits();

    @Message
    String archived();

    @Message
    String on_board();

    @Message
    String own_requirements();

    @Message
    String bring();

    @Message
    String list_title();

    @Message
    String list_title_hint();

    @Message
    String file();

    @Message
    String file_hint();

    @Message
    String upload();

    @Message
    String how_1();

    @Message
    String how_2();

    @Message
    String how_3();

    @Message
    String title_missing();

    @Message
    String file_missing();

    @Message
    String new_edition();

    @Message
    String new_edition_lead();

    @Message
    String columns();

    @Message
    String columns_lead();

    @Message
    String sheet();

    @Message
    String charset();

    @Message
    String heading_row();

    @Message
    String row();

    @Message
    String column(int n);

    @Message
    String not_read();

    @Message
    String unread();

    @Message
    String read_list();

    @Message
    String discard();

    @Message
    String columns_missing();

    @Message
    String field_reference();

    @Message
    String field_section();

    @Message
    String field_zh();

    @Message
    String field_en();

    @Message
    String field_grade();

    @Message
    String field_keys();

    @Message
    String field_departments();

    @Message
    String field_place();

    @Message
    String reading();

    @Message
    String still();

    @Message
    String again();

    @Message
    String rows_read(int done, int total);

    @Message
    String look_again();

    @Message
    String changes_of(int n);

    @Message
    String changes_lead();

    @Message
    String changes_taken();

    @Message
    String changes_past();

    @Message
    String take();

    @Message
    String undo();

    @Message
    String undo_not_now();

    @Message
    String kinds();

    @Message
    String kind_new();

    @Message
    String kind_removed();

    @Message
    String kind_split();

    @Message
    String kind_merged();

    @Message
    String kind_reworded();

    @Message
    String kind_same();

    @Message
    String no_such_change();

    @Message
    String was_not_there();

    @Message
    String is_gone();

    @Message
    String alike(int n);

    @Message
    String alike_short(int n);

    @Message
    String pages();

    @Message
    String page_before();

    @Message
    String page_next();

    @Message
    String page_of(int page, int pages);

    @Message
    String still_open(int n);

    @Message
    String all_decided();

    @Message
    String archived_text();

    @Message
    String export();

    @Message
    String which_lines();

    @Message
    String show_all();

    @Message
    String show_open();

    @Message
    String show_look();

    @Message
    String show_own();

    @Message
    String all_sections();

    @Message
    String apply();

    @Message
    String no_lines();

    @Message
    String words_changed();

    @Message
    String undecided();

    @Message
    String line(int n);

    @Message
    String looked();

    @Message
    String other_key();

    @Message
    String other_key_of(int n);

    @Message
    String own_of(int n);

    @Message
    String not_own();

    @Message
    String own_for(String kind);

    @Message
    String asks_nothing();

    @Message
    String save_page();

    @Message
    String unknown_keys(String keys);

    @Message
    String changed_meanwhile();

    @Message
    String editions();

    @Message
    String undone_by(String name);

    @Message
    String waits();

    @Message
    String archive();

    @Message
    String take_out();

    @Message
    String own_lead();

    @Message
    String own_none();

    @Message
    String own_archived(String day);

    @Message
    String nobody_answers();

    @Message
    String own_words();

    @Message
    String own_change();

    @Message
    String own_kinds();

    @Message
    String save();

    @Message
    String kinds_missing(String key);

    @Message
    String area_x();

    @Message
    String hub_why();
}
