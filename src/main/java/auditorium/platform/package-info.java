@NullMarked
package auditorium.platform;

import org.jspecify.annotations.NullMarked;
