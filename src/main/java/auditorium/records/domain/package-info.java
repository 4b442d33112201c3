/** The chain of hashes: pure rules, no framework, clock, randomness, SQL or log. */
@NullMarked
package auditorium.records.domain;

import org.jspecify.annotations.NullMarked;
