package auditorium.readiness;

import auditorium.access.Role;

/** Whose word a response is. */
enum Side {
    /** What the factory says about itself. */
    CLAIM,
    /** What a consultant saw. */
    VERIFIED;

    static Side of(Role role) {
        return role == Role.CONSULTANT ? VERIFIED : CLAIM;
    }
}
