@NullMarked
package auditorium.clients;

import org.jspecify.annotations.NullMarked;
