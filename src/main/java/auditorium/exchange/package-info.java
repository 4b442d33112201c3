/** Quizzes from and to the formats of other systems. Knows the content's records; no framework and no database. */
@NullMarked
package auditorium.exchange;

import org.jspecify.annotations.NullMarked;
