package auditorium.readiness;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of two sides, evidence, age and walks. The texts stand in {@code messages/standing_zh.properties} and {@code standing_en.properties}. */
@MessageBundle("standing")
public interface StandingMessages {

    String fact_verified();

    String fact_evidence();

    String measure_missing();

    String measure_until(Object day);

    String measure_for_good();

    String because_old(Object day, Object months);

    String because_seen_conforms(Object day);

    String because_seen_partly(Object day);

    String because_seen_fails(Object day);

    String because_unverified(Object day, Object own, Object seen_on, Object seen);

    String because_disputed(Object day, Object one, Object other);

    String because_evidence_missing(Object kind);

    String because_evidence_ended(Object kind, Object day);

    String because_evidence_ends(Object kind, Object day);

    String because_evidence_until(Object kind, Object day);

    String because_evidence_for_good(Object kind);

    String turns_red(Object day, Object why);

    String two_sides();

    String factory_says();

    String consultant_saw();

    String nobody_yet();

    String sides_differ();

    String two_answers();

    String two_answers_why();

    String evidence_there();

    String evidence_none();

    String walk_offline_note();

    String save_answer();

    String one_page();

    String photos();

    String photo_take();

    String waiting_to_send();

    String saved_now();

    String factory_said(Object result);

    String by_on(Object name, Object day);
}
