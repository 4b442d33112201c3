@NullMarked
package auditorium;

import org.jspecify.annotations.NullMarked;
