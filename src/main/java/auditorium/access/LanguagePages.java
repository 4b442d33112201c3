package auditorium.access;

import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One tap changes the language, everywhere and for good. */
@Path("/language")
@PermitAll
@Blocking
class LanguagePages {

    private final CurrentReader reader;
    private final Sessions sessions;

    LanguagePages(CurrentReader reader, Sessions sessions) {
        this.reader = reader;
        this.sessions = sessions;
    }

    @POST
    public Response choose(
            @FormParam("to") @Nullable String to, @FormParam("back") @Nullable String back, RoutingContext http) {
        Lang lang = Lang.of(to == null ? "" : to);
        reader.find().ifPresent(r -> sessions.speak(r.account(), lang));
        return Response.seeOther(URI.create(Arrivals.local(back)))
                .cookie(new NewCookie.Builder(CurrentLanguage.COOKIE)
                        .value(lang.code())
                        .path("/")
                        .maxAge(400 * 24 * 3600)
                        .secure(http.request().isSSL())
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
