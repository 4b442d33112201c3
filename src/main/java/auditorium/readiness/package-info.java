@NullMarked
package auditorium.readiness;

import org.jspecify.annotations.NullMarked;
