@NullMarked
package auditorium.demo;

import org.jspecify.annotations.NullMarked;
