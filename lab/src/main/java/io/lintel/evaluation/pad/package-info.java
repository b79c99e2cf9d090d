/** Presentation attack detection measured on any labelled data set: frame by frame, and visit by visit through the door's own rules. */
@NullMarked
package io.lintel.evaluation.pad;

import org.jspecify.annotations.NullMarked;
