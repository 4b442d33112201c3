package auditorium.clients;

import java.util.UUID;

/** Said inside the transaction that changed who works where in a client factory. Whoever assigns by rule looks again. */
public record RosterChanged(UUID client) {}
