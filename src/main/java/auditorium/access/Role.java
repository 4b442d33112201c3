package auditorium.access;

import java.util.Set;

/** What somebody is in one client factory. */
public enum Role {
    /** Learns, takes quizzes, works on own tasks. */
    WORKER,
    /** Answers for one department. */
    DEPARTMENT_MANAGER,
    /** Answers for the whole factory. */
    FACTORY_MANAGER,
    /** Brings courses and mock audits to several client factories; never edits a factory's evidence. */
    CONSULTANT;

    /** Whether the role sees how ready departments are. */
    public boolean sees() {
        return this != WORKER;
    }

    /** Whether the role sees every department of the client. */
    public boolean reachesAll() {
        return this == FACTORY_MANAGER || this == CONSULTANT;
    }

    /**
     * The roles that this one may give, and take away, in its own client: none above itself. A consultant makes no factory manager,
     * because one who answers for a factory must not be somebody's invention from outside.
     */
    Set<Role> gives() {
        return switch (this) {
            case FACTORY_MANAGER -> Set.of(WORKER, DEPARTMENT_MANAGER, FACTORY_MANAGER);
            case CONSULTANT -> Set.of(WORKER, DEPARTMENT_MANAGER);
            case DEPARTMENT_MANAGER, WORKER -> Set.of();
        };
    }
}
