/** The application attacked: every address, every table and every text, by each role and from another factory. */
package auditorium.hostile;
