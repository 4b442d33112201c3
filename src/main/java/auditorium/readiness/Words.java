package auditorium.readiness;

import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Standing;
import auditorium.readiness.domain.Standing.Reason;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** Says in one sentence why something stands as it does. */
@RequestScoped
class Words {

    private final CurrentLanguage language;

    Words(CurrentLanguage language) {
        this.language = language;
    }

    Lang lang() {
        return language.lang();
    }

    ReadinessMessages messages() {
        return MessageBundles.get(
                ReadinessMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** The name of a fact, its measure, and the sentence. */
    record FactView(String mark, String title, String measure, String sentence, boolean decides) {}

    FactView fact(Reason reason, boolean decides, Catalogue catalogue) {
        ReadinessMessages m = messages();
        String title = switch (reason) {
            case Reason.Findings r -> m.fact_findings();
            case Reason.Trained r -> m.fact_trained();
            case Reason.Known r -> m.fact_known();
            case Reason.Response r -> m.fact_response();
            case Reason.NotChecked r -> m.fact_response();
            case Reason.NotApplicable r -> m.fact_response();
        };
        String measure = switch (reason) {
            case Reason.Findings r -> m.measure_findings(r.count());
            case Reason.Trained r ->
                r.training().trained() + " / " + r.training().exposed() + ", "
                        + r.training().percent() + "%";
            case Reason.Known r -> m.measure_known(r.mastery().percent(), Standing.MASTERY_TARGET);
            case Reason.Response r -> result(r.answer().result().name());
            case Reason.NotChecked r -> m.result_not_checked();
            case Reason.NotApplicable r -> m.result_not_applicable();
        };
        String mark =
                reason instanceof Reason.NotApplicable ? "na" : reason.state().mark();
        return new FactView(mark, title, measure, because(reason, catalogue), decides);
    }

    String because(Reason reason, Catalogue catalogue) {
        ReadinessMessages m = messages();
        return switch (reason) {
            case Reason.NotApplicable r -> m.because_not_applicable(r.answer().on());
            case Reason.NotChecked r -> m.because_not_checked();
            case Reason.Response r ->
                switch (r.answer().result()) {
                    case CONFORMS, NOT_APPLICABLE, NOT_CHECKED ->
                        m.because_conforms(r.answer().on());
                    case PARTLY -> m.because_partly(r.answer().on());
                    case FAILS -> m.because_fails(r.answer().on());
                };
            case Reason.Findings r ->
                m.because_findings(r.count(), severity(r.worst().name()));
            case Reason.Trained r -> {
                String lesson = catalogue
                        .lesson(r.training().lesson())
                        .map(Lesson::title)
                        .map(t -> t.in(lang()))
                        .orElse(r.training().lesson());
                int missing = r.training().exposed() - r.training().trained();
                yield missing == 0
                        ? m.because_all_trained(lesson, r.training().exposed())
                        : m.because_untrained(lesson, missing, r.training().exposed());
            }
            case Reason.Known r ->
                r.mastery().percent() >= Standing.MASTERY_TARGET
                        ? m.because_known(r.mastery().percent())
                        : m.because_unknown(r.mastery().percent(), Standing.MASTERY_TARGET);
        };
    }

    String result(String name) {
        ReadinessMessages m = messages();
        return switch (name) {
            case "CONFORMS" -> m.result_conforms();
            case "PARTLY" -> m.result_partly();
            case "FAILS" -> m.result_fails();
            case "NOT_APPLICABLE" -> m.result_not_applicable();
            default -> m.result_not_checked();
        };
    }

    String severity(String name) {
        auditorium.platform.Messages m = MessageBundles.get(
                auditorium.platform.Messages.class,
                Localized.Literal.of(language.lang().code()));
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "zero_tolerance" -> m.sev_zero();
            case "critical" -> m.sev_critical();
            case "major" -> m.sev_major();
            default -> m.sev_minor();
        };
    }
}
