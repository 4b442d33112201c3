/**
 * The quiz engine as pure rules: drawing a paper, marking, the state of an attempt, spaced repetition, item statistics. It knows
 * the content's records and nothing else; time and seeds are arguments.
 */
@NullMarked
package auditorium.quizzes.domain;

import org.jspecify.annotations.NullMarked;
