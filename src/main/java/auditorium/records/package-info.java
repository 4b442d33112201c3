@NullMarked
package auditorium.records;

import org.jspecify.annotations.NullMarked;
