/** Cameras and their frames: sources, the reconnect ladder, and the mailbox that always holds the latest frame. */
@NullMarked
package io.lintel.camera;

import org.jspecify.annotations.NullMarked;
