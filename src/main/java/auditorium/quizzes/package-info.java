@NullMarked
package auditorium.quizzes;

import org.jspecify.annotations.NullMarked;
