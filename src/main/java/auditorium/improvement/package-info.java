@NullMarked
package auditorium.improvement;

import org.jspecify.annotations.NullMarked;
