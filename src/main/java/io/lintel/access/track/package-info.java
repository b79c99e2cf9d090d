/** Follows faces from frame to frame. */
@NullMarked
package io.lintel.access.track;

import org.jspecify.annotations.NullMarked;
