package auditorium.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who holds a session token, by its hash. */
final class SessionRequest extends BaseAuthenticationRequest {

    private final byte[] hash;

    SessionRequest(byte[] hash) {
        this.hash = hash.clone();
    }

    byte[] hash() {
        return hash.clone();
    }
}
