@NullMarked
package io.lintel.gallery.enrolment.live;

import org.jspecify.annotations.NullMarked;
