/** A small instruction at the door that only somebody who is there can follow: what is asked, and whether it was done. */
@NullMarked
package io.lintel.access.challenge;

import org.jspecify.annotations.NullMarked;
