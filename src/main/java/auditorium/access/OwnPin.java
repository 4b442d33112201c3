package auditorium.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets somebody show who they are on a phone on which somebody else has signed in. Wrong guesses count as they do at the sign-in, and no
 * session is opened: the phone stays its owner's. Callers must not hold a transaction, because checking a secret takes its time.
 */
@ApplicationScoped
public class OwnPin {

    /** What came of it. */
    public enum Said {
        RIGHT,
        WRONG,
        /** Too many wrong guesses; not now. */
        LATER,
        /** The person has no PIN: never chose one, signs in with a password, or may not sign in. */
        NONE
    }

    private final SignIn signIn;
    private final Memberships memberships;

    OwnPin(SignIn signIn, Memberships memberships) {
        this.signIn = signIn;
        this.memberships = memberships;
    }

    /** {@code factory} is the client's code. */
    public Said of(UUID client, String factory, UUID person, String pin, RoutingContext http) {
        Optional<Member> member = QuarkusTransaction.requiringNew()
                .call(() -> memberships.ofPerson(client, person))
                .filter(m -> m.byPin() && !m.number().isEmpty() && m.state() == Member.State.READY);
        if (member.isEmpty()) {
            return Said.NONE;
        }
        return switch (signIn.byNumber(factory, member.get().number(), Arrivals.text(pin, 72), Arrivals.from(http))) {
            case SignIn.Outcome.Welcome(var account) ->
                account.equals(member.get().account()) ? Said.RIGHT : Said.WRONG;
            case SignIn.Outcome.Refused r -> Said.WRONG;
            case SignIn.Outcome.Later l -> Said.LATER;
        };
    }
}
