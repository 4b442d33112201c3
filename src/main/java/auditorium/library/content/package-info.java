/** What the library's files say, as immutable records. Nothing here knows a file, a database or a page. */
@NullMarked
package auditorium.library.content;

import org.jspecify.annotations.NullMarked;
