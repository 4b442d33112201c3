/** How ready a requirement, a department, a factory is, and why: pure functions over facts. */
@NullMarked
package auditorium.readiness.domain;

import org.jspecify.annotations.NullMarked;
