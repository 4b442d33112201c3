package auditorium.readiness;

import auditorium.improvement.Finding;
import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Standing;
import auditorium.readiness.domain.Standing.Reason;
import auditorium.readiness.domain.State;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Says in one sentence why something stands as it does. */
@RequestScoped
class Words {

    private final CurrentLanguage language;
    private final Map<String, String> states = new HashMap<>();

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

    StandingMessages standing() {
        return MessageBundles.get(
                StandingMessages.class, Localized.Literal.of(language.lang().code()));
    }

    BoardMessages board() {
        return MessageBundles.get(
                BoardMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** What a link to a finding says: what it waits for, when all has been done and only the look whether it works is missing. */
    String findingLink(Finding finding, LocalDate today) {
        return finding.state() == Finding.State.VERIFIED && finding.checkOn().isPresent()
                ? board().finding_waits(
                                finding.label(), lang().day(finding.checkOn().get(), today))
                : messages().to_finding(finding.label());
    }

    /** The name of a fact, its measure, and the sentence. */
    record FactView(String mark, String title, String measure, String sentence, boolean decides) {}

    FactView fact(Reason reason, boolean decides, Catalogue catalogue) {
        ReadinessMessages m = messages();
        StandingMessages s = standing();
        String title = switch (reason) {
            case Reason.Findings r -> m.fact_findings();
            case Reason.Trained r -> m.fact_trained();
            case Reason.Known r -> m.fact_known();
            case Reason.Response r -> r.verified() ? s.fact_verified() : m.fact_response();
            case Reason.Unverified r -> m.fact_response();
            case Reason.Evidence r -> s.fact_evidence();
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
            case Reason.Unverified r -> result(r.answer().result().name());
            case Reason.Evidence r ->
                !r.evidence().there()
                        ? s.measure_missing()
                        : r.evidence()
                                .until()
                                .map(u -> s.measure_until(u.toString()))
                                .orElseGet(s::measure_for_good);
            case Reason.NotChecked r -> m.result_not_checked();
            case Reason.NotApplicable r -> m.result_not_applicable();
        };
        String mark =
                reason instanceof Reason.NotApplicable ? "na" : reason.state().mark();
        return new FactView(mark, title, measure, because(reason, catalogue), decides);
    }

    String because(Reason reason, Catalogue catalogue) {
        ReadinessMessages m = messages();
        StandingMessages s = standing();
        return switch (reason) {
            case Reason.NotApplicable r -> m.because_not_applicable(r.answer().on());
            case Reason.NotChecked r -> m.because_not_checked();
            case Reason.Response r -> because(r);
            case Reason.Unverified r ->
                s.because_unverified(
                        r.answer().on(),
                        result(r.answer().result().name()),
                        r.verified().on(),
                        result(r.verified().result().name()));
            case Reason.Evidence r -> because(r, catalogue);
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

    private String because(Reason.Response r) {
        ReadinessMessages m = messages();
        StandingMessages s = standing();
        Facts.Answered a = r.answer();
        if (a.other().isPresent()) {
            return s.because_disputed(
                    a.on(), result(a.result().name()), result(a.other().get().name()));
        }
        return switch (a.result()) {
            case CONFORMS, NOT_APPLICABLE, NOT_CHECKED ->
                r.state() == State.READY
                        ? r.verified() ? s.because_seen_conforms(a.on()) : m.because_conforms(a.on())
                        : s.because_old(
                                a.on(), r.state() == State.NEAR ? Standing.FRESH_MONTHS : Standing.STALE_MONTHS);
            case PARTLY -> r.verified() ? s.because_seen_partly(a.on()) : m.because_partly(a.on());
            case FAILS -> r.verified() ? s.because_seen_fails(a.on()) : m.because_fails(a.on());
        };
    }

    /** What a kind of evidence is called. */
    static String kind(Facts.Evidence evidence, Catalogue catalogue, Lang lang) {
        return catalogue.requirement(evidence.requirement()).stream()
                .flatMap(q -> q.evidence().stream())
                .filter(k -> k.id().equals(evidence.id()))
                .map(k -> k.title().in(lang))
                .findFirst()
                .orElse(evidence.kind());
    }

    private String because(Reason.Evidence r, Catalogue catalogue) {
        StandingMessages s = standing();
        String kind = kind(r.evidence(), catalogue, lang());
        if (!r.evidence().there()) {
            return s.because_evidence_missing(kind);
        }
        String until = r.evidence().until().map(LocalDate::toString).orElse("");
        return switch (r.state()) {
            case READY -> until.isEmpty() ? s.because_evidence_for_good(kind) : s.because_evidence_until(kind, until);
            case NEAR -> s.because_evidence_ends(kind, until);
            default -> s.because_evidence_ended(kind, until);
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

    /** The word for a mark. A page with hundreds of squares asks here instead of a tag for each. */
    String state(String mark) {
        return states.computeIfAbsent(mark, this::look);
    }

    private String look(String mark) {
        auditorium.platform.Messages m = MessageBundles.get(
                auditorium.platform.Messages.class,
                Localized.Literal.of(language.lang().code()));
        return switch (mark) {
            case "stop" -> m.state_stop();
            case "fail" -> m.state_fail();
            case "gap" -> m.state_gap();
            case "near" -> m.state_near();
            case "ready" -> m.state_ready();
            case "na" -> m.state_na();
            default -> m.state_none();
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
