@NullMarked
package auditorium.access.domain;

import org.jspecify.annotations.NullMarked;
