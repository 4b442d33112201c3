@NullMarked
package auditorium.home;

import org.jspecify.annotations.NullMarked;
