package auditorium.training.domain;

import java.time.LocalDate;
import java.util.Optional;

/** An achievement as the rules see it: on which day, in which revision, and the end that its source gave, if any. */
public record Learned(LocalDate on, int revision, Optional<LocalDate> ownEnd) {}
