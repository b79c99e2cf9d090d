/** From photos to a person's templates: what makes a photo good enough, and who looks too much like somebody else. */
@NullMarked
package io.lintel.gallery.enrolment;

import org.jspecify.annotations.NullMarked;
