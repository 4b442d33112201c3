/** Files that people send: judged by their first bytes, pictures drawn anew, each content kept once. */
@NullMarked
package auditorium.files;

import org.jspecify.annotations.NullMarked;
