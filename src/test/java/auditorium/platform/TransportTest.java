package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The word that keeps browsers on HTTPS goes with every answer over HTTPS, and with none over plain HTTP. */
class TransportTest {

    @SuppressWarnings("unchecked")
    private static <T> T standIn(
            Class<T> type, Map<String, Object> answers, Map<String, String> headers, AtomicInteger next) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
            switch (method.getName()) {
                case "putHeader" -> headers.put(String.valueOf(values[0]), String.valueOf(values[1]));
                case "next" -> next.incrementAndGet();
                default -> {
                    return answers.get(method.getName());
                }
            }
            return null;
        });
    }

    private static @Nullable String headerOver(boolean https) {
        Filters filters = new Filters();
        new Transport().onFilters(filters);
        Handler<RoutingContext> handler = filters.getFilters().get(0).getHandler();
        Map<String, String> headers = new HashMap<>();
        AtomicInteger next = new AtomicInteger();
        HttpServerRequest request = standIn(HttpServerRequest.class, Map.of("isSSL", https), headers, next);
        HttpServerResponse response = standIn(HttpServerResponse.class, Map.of(), headers, next);
        handler.handle(standIn(
                RoutingContext.class,
                Map.of("request", request, "response", response, "addHeadersEndHandler", 1),
                headers,
                next));
        assertEquals(1, next.get());
        return headers.get(Transport.HEADER);
    }

    @Test
    @DisplayName("HTTPS is demanded for a year, by answers over HTTPS")
    void httpsIsDemandedOverHttpsOnly() {
        assertTrue(String.valueOf(headerOver(true)).startsWith("max-age=31536000"));
        assertNull(headerOver(false));
    }
}
