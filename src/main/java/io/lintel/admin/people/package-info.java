/** Who is enrolled: the gallery's pages, enrolment by photos and at the camera, many at once. */
@NullMarked
package io.lintel.admin.people;

import org.jspecify.annotations.NullMarked;
