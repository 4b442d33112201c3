package auditorium.platform;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Sends e-mails through the operator's mail server; off until one is named ({@code AUDITORIUM_MAIL_HOST}). */
@ApplicationScoped
public class Postbox {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,187}\\.[A-Za-z0-9-]{2,63}");

    private final Mailer mailer;
    private final Settings settings;

    Postbox(Mailer mailer, Settings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    /** Whether anything can be sent. */
    public boolean on() {
        return settings.mail().host().isPresent();
    }

    /** Whether it looks like one address: no names, lists or line breaks. */
    public static boolean address(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Hands a plain text over to the mail server, and waits until it has taken it. Throws when it has not. */
    public void send(String to, String subject, String text) {
        if (!on()) {
            throw new IllegalStateException("no mail server is named");
        }
        mailer.send(Mail.withText(to, subject.replaceAll("\\s+", " "), text));
    }
}
