@NullMarked
package auditorium.courses;

import org.jspecify.annotations.NullMarked;
