@NullMarked
package auditorium.library;

import org.jspecify.annotations.NullMarked;
