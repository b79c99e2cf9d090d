/** Whether a second camera's picture, infrared or depth, shows a live face where the first camera sees one. */
@NullMarked
package io.lintel.face.depth;

import org.jspecify.annotations.NullMarked;
