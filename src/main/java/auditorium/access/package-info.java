@NullMarked
package auditorium.access;

import org.jspecify.annotations.NullMarked;
