/** How text becomes what can be searched for, and where it stands in a text again. */
@NullMarked
package auditorium.search.domain;

import org.jspecify.annotations.NullMarked;
