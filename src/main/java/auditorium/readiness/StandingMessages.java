package auditorium.readiness;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of two sides, evidence, age and walks. The texts stand in {@code messages/standing_zh.properties} and {@code standing_en.properties}. */
@MessageBundle("standing")
public interface StandingMessages {

    @Message
    String fact_verified();

    @Message
    String fact_evidence();

    @Message
    String measure_missing();

    @Message
    String measure_until(Object day);

    @Message
    String measure_for_good();

    @Message
    String because_old(Object day, Object months);

    @Message
    String because_seen_conforms(Object day);

    @Message
    String because_seen_partly(Object day);

    @Message
    String because_seen_fails(Object day);

    @Message
    String because_unverified(Object day, Object own, Object seen_on, Object seen);

    @Message
    String because_disputed(Object day, Object one, Object other);

    @Message
    String because_evidence_missing(Object kind);

    @Message
    String because_evidence_ended(Object kind, Object day);

    @Message
    String because_evidence_ends(Object kind, Object day);

    @Message
    String because_evidence_until(Object kind, Object day);

    @Message
    String because_evidence_for_good(Object kind);

    @Message
    String turns_red(Object day, Object why);

    @Message
    String two_sides();

    @Message
    String factory_says();

    @Message
    String consultant_saw();

    @Message
    String nobody_yet();

    @Message
    String sides_differ();

    @Message
    String two_answers();

    @Message
    String two_answers_why();

    @Message
    String evidence_there();

    @Message
    String evidence_none();

    @Message
    String walk_offline_note();

    @Message
    String save_answer();

    @Message
    String one_page();

    @Message
    String photos();

    @Message
    String photo_take();

    @Message
    String waiting_to_send();

    @Message
    String saved_now();

    @Message
    String factory_said(Object result);

    @Message
    String by_on(Object name, Object day);
}
