/** The frame pipeline and the thread that runs it: detect, track, recognise, decide, write to the audit log, unlock. */
@NullMarked
package io.lintel.access.loop;

import org.jspecify.annotations.NullMarked;
