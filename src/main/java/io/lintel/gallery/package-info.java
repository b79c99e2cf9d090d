/** The enrolled people: their data, templates and portraits, and the exact search among them. */
@NullMarked
package io.lintel.gallery;

import org.jspecify.annotations.NullMarked;
