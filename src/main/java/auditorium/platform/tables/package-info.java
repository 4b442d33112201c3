/** Tables, zip files, XML and texts that strangers send: looked through before they are used, and never held in memory as a whole. */
@NullMarked
package auditorium.platform.tables;

import org.jspecify.annotations.NullMarked;
