/** Customers' checklists: brought in, mapped to requirements, brought up to date, and looked through like a standard. */
@NullMarked
package auditorium.lists;

import org.jspecify.annotations.NullMarked;
