/** What a visit's frames say together: mean score, lead over the runner-up, votes, liveness, and the thresholds they are held against. */
@NullMarked
package io.lintel.access.evidence;

import org.jspecify.annotations.NullMarked;
