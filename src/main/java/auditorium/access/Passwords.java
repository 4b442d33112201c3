package auditorium.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords and PINs with bcrypt. A few at a time and first come, first served: a rush of sign-ins at the start of a
 * shift must not stall people who are taking a quiz.
 */
@ApplicationScoped
public class Passwords {

    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);
    /** Compared with when nobody has the name that was typed, so that the answer takes as long. */
    private final String nobody = BcryptUtil.bcryptHash(Tokens.next());

    public String hash(String secret) {
        return bounded(() -> BcryptUtil.bcryptHash(secret));
    }

    boolean matches(String secret, java.util.Optional<String> hash) {
        // bcrypt reads 72 bytes; longer input is refused where passwords are set
        return bounded(() -> BcryptUtil.matches(secret, hash.orElse(nobody))) && hash.isPresent();
    }

    private <T> T bounded(java.util.function.Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
