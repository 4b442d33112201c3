package auditorium.platform;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages are personal: nobody between here and the phone may keep them. (The service worker may; it lives on the phone.) */
final class Headers {

    @ServerResponseFilter
    public void personal(ContainerResponseContext response) {
        if (!response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }
}
