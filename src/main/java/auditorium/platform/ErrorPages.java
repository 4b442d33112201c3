package auditorium.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/** One clear page for what goes wrong, in the reader's language; never a stack trace. */
final class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    /** Seconds after which the database is most likely back. */
    private static final int RETRY_AFTER = 3;
    /** How the pool says that all connections stayed taken; it has neither a type nor a state of its own for it. */
    private static final String ALL_TAKEN = "Sorry, acquisition timeout";

    private static final String DISK_FULL = "53100";
    private static final int DEEPEST = 20;
    /** How the reader of forms begins to say that there are more than a thousand fields; it has no exception of its own for it. */
    private static final String TOO_MANY_FIELDS = "Param limit of ";

    /** How the database says that something is no text: a character zero, which no keyboard has. */
    private static final String NO_TEXT = "22021";

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(int status, String number, String detail, boolean full);
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
    public Response answer(ForbiddenException e, HttpHeaders headers, ContainerRequestContext request) {
        Principal who = request.getSecurityContext().getUserPrincipal();
        LOG.infof(
                "no right: %s at %s",
                who == null ? "nobody" : who.getName(), request.getUriInfo().getPath());
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
    public Response answer(StoreAway e, HttpHeaders headers) {
        LOG.warnf("a request found no place for files: %s", e.getMessage());
        return comeAgain(false, headers);
    }

    @ServerExceptionMapper
    public Response answer(RuntimeException e, HttpHeaders headers) {
        Optional<Away> away = databaseAway(e);
        if (away.isPresent()) {
            LOG.warnf("a request found no database, or none that can take it: %s", e.getMessage());
            return comeAgain(away.get() == Away.FULL, headers);
        }
        if (String.valueOf(e.getMessage()).startsWith(TOO_MANY_FIELDS)) {
            return page(413, "", "", headers);
        }
        if (noText(e)) {
            return page(400, "", "", headers);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "a request failed, number %s", number);
        return page(500, number, "", headers);
    }

    private static Response comeAgain(boolean full, HttpHeaders headers) {
        return Response.fromResponse(page(503, "", "", full, headers))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .build();
    }

    /** Why the database can't take a request that is in order. */
    enum Away {
        /** It passes; phones send again. */
        FOR_A_WHILE,
        /** No room on the disk: it passes when somebody has made some. */
        FULL
    }

    /**
     * No connection to be had in time, one that broke or fell silent, a server that is going down or coming up or has no memory or
     * connection left: for a while. No room: full. Empty for what is a fault of ours. Causes come first, then what was suppressed,
     * because a commit that fails tells its reason in that way.
     */
    static Optional<Away> databaseAway(Throwable e) {
        return databaseAway(e, 0);
    }

    private static Optional<Away> databaseAway(@Nullable Throwable e, int depth) {
        if (e == null || depth > DEEPEST) {
            return Optional.empty();
        }
        if (e instanceof SQLException sql) {
            String state = String.valueOf(sql.getSQLState());
            if (DISK_FULL.equals(state)) {
                return Optional.of(Away.FULL);
            }
            if (e instanceof SQLTransientConnectionException
                    || String.valueOf(e.getMessage()).startsWith(ALL_TAKEN)
                    || state.startsWith("08")
                    || state.startsWith("57P0")
                    || state.startsWith("53")) {
                return Optional.of(Away.FOR_A_WHILE);
            }
        }
        Optional<Away> cause = databaseAway(e.getCause(), depth + 1);
        for (Throwable beside : cause.isPresent() ? new Throwable[0] : e.getSuppressed()) {
            cause = cause.or(() -> databaseAway(beside, depth + 1));
        }
        return cause;
    }

    private static boolean noText(Throwable e) {
        int depth = 0;
        for (Throwable t = e; t != null && depth < DEEPEST; t = t.getCause(), depth++) {
            if (t instanceof SQLException sql && NO_TEXT.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Response page(int status, String number, String detail, HttpHeaders headers) {
        return page(status, number, detail, false, headers);
    }

    private static Response page(int status, String number, String detail, boolean full, HttpHeaders headers) {
        boolean json = headers.getAcceptableMediaTypes().stream()
                .anyMatch(t -> t.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !t.isWildcardType());
        return json
                ? Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("status", status, "detail", detail))
                        .build()
                : Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.error(status, number, detail, full))
                        .build();
    }
}
