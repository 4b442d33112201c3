@NullMarked
package auditorium.training;

import org.jspecify.annotations.NullMarked;
