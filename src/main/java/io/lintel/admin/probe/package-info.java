/** Pages that look faces up by hand: verify, identify, compare. */
@NullMarked
package io.lintel.admin.probe;

import org.jspecify.annotations.NullMarked;
