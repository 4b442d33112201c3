package auditorium.evidence;

import auditorium.evidence.domain.Validity;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Optional;

/** The words of evidence in the reader's language. */
@RequestScoped
class Words {

    private final CurrentLanguage language;

    Words(CurrentLanguage language) {
        this.language = language;
    }

    Lang lang() {
        return language.lang();
    }

    EvidenceMessages messages() {
        return MessageBundles.get(
                EvidenceMessages.class, Localized.Literal.of(language.lang().code()));
    }

    String sort(String sort) {
        EvidenceMessages m = messages();
        return switch (Sort.valueOf(sort)) {
            case PERMIT -> m.sort_permit();
            case REPORT -> m.sort_report();
            case RECORD -> m.sort_record();
            case DOCUMENT -> m.sort_document();
            case PHOTO -> m.sort_photo();
        };
    }

    /** How long it holds, in a few words. */
    String holds(Optional<LocalDate> until, Validity validity) {
        EvidenceMessages m = messages();
        return switch (validity) {
            case EXPIRED -> m.expired_on(until.map(LocalDate::toString).orElse(""));
            case ENDS_BEFORE_AUDIT ->
                m.ends_before_audit(until.map(LocalDate::toString).orElse(""));
            case VALID -> until.map(u -> m.holds_until(u.toString())).orElseGet(m::holds_for_good);
        };
    }
}
