/** What a factory's own list of people means: its columns, its dates, and what each row would change. */
@NullMarked
package auditorium.clients.domain;

import org.jspecify.annotations.NullMarked;
