package auditorium.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** One clear page for what goes wrong, in the reader's language; never a stack trace. */
final class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    /** Seconds after which the database is most likely back. */
    private static final int RETRY_AFTER = 3;
    /** How the pool says that all connections stayed taken; it has neither a type nor a state of its own for it. */
    private static final String ALL_TAKEN = "Sorry, acquisition timeout";
    /** How the reader of forms begins to say that there are more than a thousand fields; it has no exception of its own for it. */
    private static final String TOO_MANY_FIELDS = "Param limit of ";

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

    /** Somebody without the right; left alone it would be an empty answer, which browsers offer to download. */
    @ServerExceptionMapper
    public Response answer(ForbiddenException e, HttpHeaders headers) {
        return page(Response.Status.FORBIDDEN.getStatusCode(), "", "", headers);
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
        if (databaseAway(e)) {
            LOG.warnf("a request found no database: %s", e.getMessage());
            return Response.fromResponse(page(503, "", "", headers))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                    .build();
        }
        if (String.valueOf(e.getMessage()).startsWith(TOO_MANY_FIELDS)) {
            return page(413, "", "", headers);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "a request failed, number %s", number);
        return page(500, number, "", headers);
    }

    /** No connection to be had in time, one that broke, or a server that is going down or coming up. It passes; phones send again. */
    static boolean databaseAway(Throwable e) {
        int depth = 0;
        for (Throwable t = e; t != null && depth < 20; t = t.getCause(), depth++) {
            if (t instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (t instanceof SQLTransientConnectionException
                        || String.valueOf(t.getMessage()).startsWith(ALL_TAKEN)
                        || (state != null && (state.startsWith("08") || state.startsWith("57P0")))) {
                    return true;
                }
            }
        }
        return false;
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
