package auditorium.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * What every answer says, whoever made it. Over HTTPS: come by nothing else for a year. And a page says how its characters are written,
 * so that no browser has to guess.
 */
@Singleton
class Transport {

    static final String HEADER = "Strict-Transport-Security";
    static final String A_YEAR = "max-age=31536000; includeSubDomains";
    private static final String PAGE = "text/html";
    private static final int EARLY = 900;

    void onFilters(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.request().isSSL()) {
                        request.response().putHeader(HEADER, A_YEAR);
                    }
                    request.addHeadersEndHandler(unused -> {
                        if (PAGE.equals(request.response().headers().get(HttpHeaders.CONTENT_TYPE))) {
                            request.response().putHeader(HttpHeaders.CONTENT_TYPE, PAGE + ";charset=UTF-8");
                        }
                    });
                    request.next();
                },
                EARLY);
    }
}
