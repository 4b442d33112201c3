package auditorium.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of evidence. The texts stand in {@code messages/evidence_zh.properties} and {@code evidence_en.properties}. */
@MessageBundle("evidence")
public interface EvidenceMessages {

    @Message
    String evidence();

    @Message
    String evidence_lead();

    @Message
    String file_it();

    @Message
    String to_renew();

    @Message
    String to_renew_why();

    @Message
    String missing();

    @Message
    String missing_why();

    @Message
    String all_evidence();

    @Message
    String of_requirement(String requirement);

    @Message
    String none_yet();

    @Message
    String none_yet_text();

    @Message
    String show_all();

    @Message
    String newer_page();

    @Message
    String older_page();

    @Message
    String whole_factory();

    @Message
    String sort_permit();

    @Message
    String sort_report();

    @Message
    String sort_record();

    @Message
    String sort_document();

    @Message
    String sort_photo();

    @Message
    String expired_on(Object day);

    @Message
    String ends_before_audit(Object day);

    @Message
    String holds_until(Object day);

    @Message
    String holds_for_good();

    @Message
    String revised();

    @Message
    String accepted();

    @Message
    String turned_down();

    @Message
    String not_checked_yet();

    @Message
    String title();

    @Message
    String sort();

    @Message
    String department();

    @Message
    String choose();

    @Message
    String the_file();

    @Message
    String the_file_hint();

    @Message
    String again_hint();

    @Message
    String proves();

    @Message
    String proves_more();

    @Message
    String proves_more_hint();

    @Message
    String made_on();

    @Message
    String made_on_hint();

    @Message
    String covers();

    @Message
    String covers_from();

    @Message
    String covers_to();

    @Message
    String covers_hint();

    @Message
    String expires_on();

    @Message
    String expires_hint();

    @Message
    String original();

    @Message
    String original_hint();

    @Message
    String historic_note();

    @Message
    String historic_hint();

    @Message
    String historic();

    @Message
    String historic_says();

    @Message
    String save();

    @Message
    String save_new();

    @Message
    String cancel();

    @Message
    String new_evidence();

    @Message
    String new_revision(String title);

    @Message
    String revision_note();

    @Message
    String title_missing();

    @Message
    String sort_missing();

    @Message
    String department_missing();

    @Message
    String date_unknown(Object text);

    @Message
    String period_reversed();

    @Message
    String period_without_end();

    @Message
    String made_in_the_future(Object day);

    @Message
    String ends_before_made();

    @Message
    String historic_needs_note();

    @Message
    String proves_missing();

    @Message
    String not_of_department(Object requirement);

    @Message
    String file_missing();

    @Message
    String revised_meanwhile();

    @Message
    String own_evidence();

    @Message
    String turning_down_needs_reason();

    @Message
    String dates();

    @Message
    String received_at();

    @Message
    String filed_by();

    @Message
    String hash();

    @Message
    String hash_hint();

    @Message
    String revision(int n);

    @Message
    String older_revision();

    @Message
    String newer_revision();

    @Message
    String make_revision();

    @Message
    String checks();

    @Message
    String check_title();

    @Message
    String check_note();

    @Message
    String check_note_hint();

    @Message
    String accept();

    @Message
    String turn_down();

    @Message
    String did_accept(String name);

    @Message
    String did_turn_down(String name);

    @Message
    String download(String name);

    @Message
    String expiring(int n);

    @Message
    String expiring_why();

    @Message
    String hub_why();
}
