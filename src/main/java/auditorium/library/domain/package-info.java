/** Rules about the library's content: no files, framework, clock or randomness. */
@NullMarked
package auditorium.library.domain;

import org.jspecify.annotations.NullMarked;
