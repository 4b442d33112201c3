/** What leaves the screen: PDF for paper and archive, sheets for other programs, and the answer that carries them. */
@NullMarked
package auditorium.platform.print;

import org.jspecify.annotations.NullMarked;
