/** How long evidence holds, and when it says something about a past that it does not come from: pure rules. */
@NullMarked
package auditorium.evidence.domain;

import org.jspecify.annotations.NullMarked;
