@NullMarked
package io.lintel.gallery.enrolment;

import org.jspecify.annotations.NullMarked;
