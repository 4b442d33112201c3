package auditorium.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives each request a short id that stands in every line of the log and in the answer's headers. */
@Singleton
class RequestIds {

    private static final int FIRST = 1000;

    void onFilters(@Observes Filters filters) {
        filters.register(
                request -> {
                    String id = Ids.next().toString().substring(24);
                    MDC.put("request", id);
                    request.response().putHeader("X-Request-Id", id);
                    request.next();
                },
                FIRST);
    }
}
