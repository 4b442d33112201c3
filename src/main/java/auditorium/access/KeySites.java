package auditorium.access;

import auditorium.access.domain.KeySite;
import auditorium.platform.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where passkeys work: at the address that the operator names, and without one on the machine itself. */
@ApplicationScoped
class KeySites {

    private final Settings settings;

    KeySites(Settings settings) {
        this.settings = settings;
    }

    Optional<KeySite> of(RoutingContext http) {
        Optional<String> named = settings.mail().site().filter(s -> !s.isBlank());
        if (named.isPresent()) {
            return KeySite.named(named.get());
        }
        var asked = http.request().authority();
        return asked == null ? Optional.empty() : KeySite.asked(http.request().isSSL(), asked.host(), asked.port());
    }

    /** For pages, which compare it with their own address; empty when passkeys work nowhere. */
    String origin(RoutingContext http) {
        return of(http).map(KeySite::origin).orElse("");
    }
}
