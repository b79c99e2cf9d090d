/** {@code make bench-peers}: Lintel side by side with other programs that recognise faces, on the same frames in the same run. */
@NullMarked
package io.lintel.lab.peers;

import org.jspecify.annotations.NullMarked;
