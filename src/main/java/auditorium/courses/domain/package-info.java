/** The rules of learning: no framework, clock or database. */
@NullMarked
package auditorium.courses.domain;

import org.jspecify.annotations.NullMarked;
