package auditorium.training;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of certificates, on pages, on paper and for strangers. */
@MessageBundle("certificate")
public interface CertificateMessages {

    String certificates();

    String certificate();

    String lead();

    String search();

    String find();

    String issue_all();

    String none();

    String none_found();

    String more(int n);

    String months();

    String months_hint();

    String months_wrong(int most);

    String save();

    String number();

    String holder();

    String person_number();

    String department();

    String course();

    String factory();

    String issued_on();

    String valid_until();

    String no_end();

    String valid();

    String expired();

    String superseded();

    String revoked();

    String revoked_why(String day, String by, String reason);

    String revoked_day(String day);

    String lessons();

    String passed_on();

    String version();

    String pdf();

    String check();

    String check_text();

    String revoke();

    String revoke_text();

    String reason();

    String reason_needed(int most);

    String revoked_already();

    String states();

    String has_mastered();

    String subject();

    String paper_check();

    String verify_title();

    String checked_on(String day);

    String verify_note();

    String unknown();

    String unknown_text();

    String later();

    String later_text();

    String hub_why();

    String pdf_other();

    String show_all();
}
