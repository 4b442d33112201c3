/** What shows that requirements are met: files with dates, filed by the factory, checked by others, and never replaced. */
@NullMarked
package auditorium.evidence;

import org.jspecify.annotations.NullMarked;
