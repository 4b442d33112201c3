package auditorium.access;

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
}
