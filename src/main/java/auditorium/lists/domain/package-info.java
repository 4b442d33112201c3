/** What customers' lists say, how alike two wordings are, and what became of a line in the next edition. */
@NullMarked
package auditorium.lists.domain;

import org.jspecify.annotations.NullMarked;
