/** The whole database into one file and back. */
@org.jspecify.annotations.NullMarked
package auditorium.platform.backup;
