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

    /**
     * Compared with when nobody has the name that was typed, so that the answer takes as long. Of random bytes that nobody kept;
     * made with the cost that {@link #hash} has.
     */
    static final String NOBODY = "$2a$10$j8S1hXtViQ02cR4bVcP2kOH5GLIgAbJy88DkfN6uX6HvFzFLuU4QG";

    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    public String hash(String secret) {
        return bounded(() -> BcryptUtil.bcryptHash(secret));
    }

    boolean matches(String secret, java.util.Optional<String> hash) {
        // bcrypt reads 72 bytes; longer input is refused where passwords are set
        return bounded(() -> BcryptUtil.matches(secret, hash.orElse(NOBODY))) && hash.isPresent();
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
