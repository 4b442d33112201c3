/** Finds lessons, requirements, laws, terms and questions by what stands in them, in Chinese and English. */
@NullMarked
package auditorium.search;

import org.jspecify.annotations.NullMarked;
