/** The rules of training that counts: pure, with today as an argument. */
@NullMarked
package auditorium.training.domain;

import org.jspecify.annotations.NullMarked;
