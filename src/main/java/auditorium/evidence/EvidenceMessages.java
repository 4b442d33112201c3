package auditorium.evidence;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of evidence. The texts stand in {@code messages/evidence_zh.properties} and {@code evidence_en.properties}. */
@MessageBundle("evidence")
public interface EvidenceMessages {

    String evidence();

    String evidence_lead();

    String file_it();

    String to_renew();

    String to_renew_why();

    String missing();

    String missing_why();

    String all_evidence();

    String of_requirement(String requirement);

    String none_yet();

    String none_yet_text();

    String show_all();

    String newer_page();

    String older_page();

    String whole_factory();

    String sort_permit();

    String sort_report();

    String sort_record();

    String sort_document();

    String sort_photo();

    String expired_on(Object day);

    String ends_before_audit(Object day);

    String holds_until(Object day);

    String holds_for_good();

    String revised();

    String accepted();

    String turned_down();

    String not_checked_yet();

    String title();

    String sort();

    String department();

    String choose();

    String the_file();

    String the_file_hint();

    String again_hint();

    String proves();

    String proves_more();

    String proves_more_hint();

    String made_on();

    String made_on_hint();

    String covers();

    String covers_from();

    String covers_to();

    String covers_hint();

    String expires_on();

    String expires_hint();

    String original();

    String original_hint();

    String historic_note();

    String historic_hint();

    String historic();

    String historic_says();

    String save();

    String save_new();

    String cancel();

    String new_evidence();

    String new_revision(String title);

    String revision_note();

    String title_missing();

    String sort_missing();

    String department_missing();

    String date_unknown(Object text);

    String period_reversed();

    String period_without_end();

    String made_in_the_future(Object day);

    String ends_before_made();

    String historic_needs_note();

    String proves_missing();

    String not_of_department(Object requirement);

    String file_missing();

    String revised_meanwhile();

    String own_evidence();

    String turning_down_needs_reason();

    String dates();

    String received_at();

    String filed_by();

    String hash();

    String hash_hint();

    String revision(int n);

    String older_revision();

    String newer_revision();

    String make_revision();

    String checks();

    String check_title();

    String check_note();

    String check_note_hint();

    String accept();

    String turn_down();

    String did_accept(String name);

    String did_turn_down(String name);

    String download(String name);

    String expiring(int n);

    String expiring_why();

    String hub_why();
}
