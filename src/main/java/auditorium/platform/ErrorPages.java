package auditorium.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** One clear page for what goes wrong, in the reader's language; never a stack trace. */
final class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(int status, String number, String detail);
    }

    @ServerExceptionMapper
    public Response answer(WebApplicationException e, HttpHeaders headers) {
        Response given = e.getResponse();
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        return page(given.getStatus(), "", "", headers);
    }

    /** Words for the person, made by whoever refused. */
    @ServerExceptionMapper
    public Response answer(Refusal e, HttpHeaders headers) {
        return page(e.status(), "", e.words(), headers);
    }

    /** A form that arrived broken. */
    @ServerExceptionMapper
    public Response answer(MultipartParser.MalformedMessageException e, HttpHeaders headers) {
        return page(400, "", "", headers);
    }

    @ServerExceptionMapper
    public Response answer(RuntimeException e, HttpHeaders headers) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "a request failed, number %s", number);
        return page(500, number, "", headers);
    }

    private static Response page(int status, String number, String detail, HttpHeaders headers) {
        boolean json = headers.getAcceptableMediaTypes().stream()
                .anyMatch(t -> t.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !t.isWildcardType());
        return json
                ? Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("status", status, "detail", detail))
                        .build()
                : Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.error(status, number, detail))
                        .build();
    }
}
