@NullMarked
package auditorium.training.sessions.domain;

import org.jspecify.annotations.NullMarked;
