/** How a gap becomes a task that stays closed: states, steps and dates, without framework, clock or database. */
@NullMarked
package auditorium.improvement.domain;

import org.jspecify.annotations.NullMarked;
