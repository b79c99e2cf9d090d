/** Enrolment at the camera: guides a person to three good shots. */
@NullMarked
package io.lintel.gallery.enrolment.live;

import org.jspecify.annotations.NullMarked;
