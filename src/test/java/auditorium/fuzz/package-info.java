/** Noise for everything that reads what strangers send. */
@NullMarked
package auditorium.fuzz;

import org.jspecify.annotations.NullMarked;
