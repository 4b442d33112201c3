package auditorium.platform;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write that a phone may have kept for a while and may send more than once: its id and time are the phone's. Without script the
 * same form arrives plain, and gets an id and a time here. A receipt tells the outbox that the letter has been taken for good.
 */
public class Letter {

    @FormParam("id")
    @Nullable
    String givenId;

    @FormParam("at")
    @Nullable
    String givenAt;

    @FormParam("sent")
    @Nullable
    String givenSent;

    @HeaderParam("Writer")
    @Nullable
    String writer;

    @HeaderParam("Accept")
    @Nullable
    String accept;

    private @Nullable UUID id;

    /** Whether it comes from the outbox, which wants a receipt and no page. */
    private boolean fromOutbox() {
        return accept != null && accept.contains(MediaType.APPLICATION_JSON);
    }

    /** Whether a browser without script sent it, which gave it neither id nor time. */
    public boolean plain() {
        return givenId == null || givenId.isBlank();
    }

    /** Made by the phone, or here for a plain form. */
    public UUID id() {
        if (id == null) {
            try {
                id = givenId == null || givenId.isBlank() ? Ids.next() : UUID.fromString(givenId);
            } catch (IllegalArgumentException e) {
                throw new WebApplicationException(refused(400));
            }
        }
        return id;
    }

    /**
     * When the person wrote it, never later than now. The phone says when it was written and when it was sent, both by its own clock;
     * only the time between the two is believed, so a clock that is wrong does no harm. A letter that doesn't say when it was sent
     * is taken at its word.
     */
    public Instant at(Instant now) {
        if (givenAt == null || givenAt.isBlank()) {
            return now;
        }
        try {
            Instant at = Instant.parse(givenAt);
            if (givenSent != null && !givenSent.isBlank()) {
                at = now.minus(Duration.between(at, Instant.parse(givenSent)));
            }
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException | ArithmeticException e) {
            throw new WebApplicationException(refused(400));
        }
    }

    /** What one person wrote never goes in under another's name, whoever has signed in on the phone since. */
    public void requireWriter(UUID account) {
        if (writer != null && !writer.equals(account.toString())) {
            throw new WebApplicationException(Response.status(401)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity("{}")
                    .build());
        }
    }

    /** It has been taken: a receipt for the outbox, the next page for a plain form. */
    public Response receipt(URI next) {
        return fromOutbox()
                ? Response.ok("{}", MediaType.APPLICATION_JSON_TYPE)
                        .header("Receipt", id())
                        .build()
                : Response.seeOther(next).build();
    }

    /** It can never be taken: a final no for the outbox, which sets it aside and shows it. */
    public Response refused(int status) {
        Response.ResponseBuilder no = Response.status(status);
        return fromOutbox() && givenId != null
                ? no.header("Receipt", givenId.replaceAll("[^0-9a-fA-F-]", ""))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity("{}")
                        .build()
                : no.build();
    }
}
