@NullMarked
package auditorium.training.sessions;

import org.jspecify.annotations.NullMarked;
