/** The second factor: a PIN on the door screen after the face. */
@NullMarked
package io.lintel.access.pin;

import org.jspecify.annotations.NullMarked;
