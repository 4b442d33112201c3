package auditorium.platform;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The language of this request: what the person chose, else what the browser asks for, else Chinese. */
@RequestScoped
public class CurrentLanguage {

    /** The cookie that keeps the choice before anybody has signed in. */
    public static final String COOKIE = "lang";

    private final CurrentVertxRequest request;
    private @Nullable Lang chosen;

    CurrentLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The language saved with the account outranks the browser's. */
    public void choose(Lang lang) {
        chosen = lang;
    }

    public Lang lang() {
        if (chosen == null) {
            chosen = fromBrowser();
        }
        return chosen;
    }

    private Lang fromBrowser() {
        var http = request.getCurrent();
        if (http == null) {
            return Lang.ZH;
        }
        Cookie cookie = http.request().getCookie(COOKIE);
        if (cookie != null) {
            return Lang.of(cookie.getValue());
        }
        for (var wanted : http.acceptableLanguages()) {
            if ("en".equals(wanted.tag())) {
                return Lang.EN;
            }
            if ("zh".equals(wanted.tag())) {
                return Lang.ZH;
            }
        }
        return Lang.ZH;
    }

    /** Every template is rendered in the request's language; a response filter would be too late for that. */
    @Singleton
    static class TemplateLanguage {
        void onEngine(@Observes EngineBuilder engine) {
            engine.addTemplateInstanceInitializer(template -> {
                if (Arc.container().requestContext().isActive()) {
                    template.setLocale(Arc.container()
                            .instance(CurrentLanguage.class)
                            .get()
                            .lang()
                            .locale());
                }
            });
        }
    }
}
