/** Personal data at rest: the box's key and where it lies, a data key for each person, and the sealing of fields. */
@NullMarked
package io.lintel.crypto;

import org.jspecify.annotations.NullMarked;
