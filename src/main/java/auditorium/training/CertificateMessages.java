package auditorium.training;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of certificates, on pages, on paper and for strangers. */
@MessageBundle("certificate")
public interface CertificateMessages {

    @Message
    String certificates();

    @Message
    String certificate();

    @Message
    String lead();

    @Message
    String search();

    @Message
    String find();

    @Message
    String issue_all();

    @Message
    String none();

    @Message
    String none_found();

    @Message
    String more(int n);

    @Message
    String months();

    @Message
    String months_hint();

    @Message
    String months_wrong(int most);

    @Message
    String save();

    @Message
    String number();

    @Message
    String holder();

    @Message
    String person_number();

    @Message
    String department();

    @Message
    String course();

    @Message
    String factory();

    @Message
    String issued_on();

    @Message
    String valid_until();

    @Message
    String no_end();

    @Message
    String valid();

    @Message
    String expired();

    @Message
    String superseded();

    @Message
    String revoked();

    @Message
    String revoked_why(String day, String by, String reason);

    @Message
    String revoked_day(String day);

    @Message
    String lessons();

    @Message
    String passed_on();

    @Message
    String version();

    @Message
    String pdf();

    @Message
    String check();

    @Message
    String check_text();

    @Message
    String revoke();

    @Message
    String revoke_text();

    @Message
    String reason();

    @Message
    String reason_needed(int most);

    @Message
    String revoked_already();

    @Message
    String states();

    @Message
    String has_mastered();

    @Message
    String subject();

    @Message
    String paper_check();

    @Message
    String verify_title();

    @Message
    String checked_on(String day);

    @Message
    String verify_note();

    @Message
    String unknown();

    @Message
    String unknown_text();

    @Message
    String later();

    @Message
    String later_text();

    @Message
    String hub_why();

    @Message
    String pdf_other();

    @Message
    String show_all();
}
