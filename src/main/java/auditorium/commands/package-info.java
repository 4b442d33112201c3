@NullMarked
package auditorium.commands;

import org.jspecify.annotations.NullMarked;
