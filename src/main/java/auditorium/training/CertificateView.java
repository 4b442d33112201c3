package auditorium.training;

import auditorium.platform.Lang;
import auditorium.platform.Qr;
import auditorium.training.domain.Masked;
import auditorium.training.domain.Validity;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A certificate in one language. Pages and paper show the name; the public page the masked one. */
record CertificateView(
        UUID id,
        String number,
        String name,
        String masked,
        String personNumber,
        String department,
        String course,
        String factory,
        String issuedOn,
        String validUntil,
        String validity,
        boolean live,
        String revokedOn,
        String revokedBy,
        String reason,
        String address,
        Qr qr,
        List<LessonLine> lessons) {

    /** A lesson that it stands for, with the first digits of the version that was taught. */
    record LessonLine(String code, String title, String passedOn, String version) {}

    static CertificateView of(
            CertificateReport.Certificate c,
            Lang lang,
            LocalDate today,
            URI base,
            String revokedOn,
            List<LessonLine> lessons) {
        Validity validity = c.on(today);
        String address = base.resolve("/certificates/" + c.token()).toString();
        return new CertificateView(
                c.id(),
                c.number(),
                c.name(),
                Masked.name(c.name()),
                c.personNumber(),
                c.departmentName().in(lang),
                c.title().in(lang),
                c.factory().in(lang),
                c.issuedOn().toString(),
                c.validUntil().map(LocalDate::toString).orElse(""),
                validity.name(),
                validity == Validity.VALID,
                revokedOn,
                c.revokedBy(),
                c.reason(),
                address,
                Qr.of(address),
                lessons);
    }
}
