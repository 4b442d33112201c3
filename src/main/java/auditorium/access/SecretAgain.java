package auditorium.access;

import auditorium.access.SignIn.Outcome;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who has signed in is asked for the password or PIN once more, before anything that would let a stranger stay. */
@ApplicationScoped
class SecretAgain {

    private static final int LONGEST = 200;

    /** The page once more, with its status and what was wrong in the reader's language. */
    @FunctionalInterface
    interface Refusing {
        Response page(int status, String problem);
    }

    private final SignIn signIn;
    private final Secrets secrets;
    private final CurrentReader reader;

    SecretAgain(SignIn signIn, Secrets secrets, CurrentReader reader) {
        this.signIn = signIn;
        this.secrets = secrets;
        this.reader = reader;
    }

    /** Goes on when it is right: 422 when it is wrong, 429 after too many wrong ones. */
    Response when(@Nullable String typed, RoutingContext http, Refusing refusing, Supplier<Response> then) {
        return switch (signIn.again(reader.get().account(), Arrivals.text(typed, LONGEST), Arrivals.from(http))) {
            case Outcome.Welcome w -> then.get();
            case Outcome.Refused r -> refusing.page(422, secrets.words().wrong_current());
            case Outcome.Later l -> refusing.page(429, secrets.words().too_many());
        };
    }
}
