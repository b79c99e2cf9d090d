/** From an uploaded file to an upright picture, within limits on size, pixels and memory. */
@NullMarked
package io.lintel.gallery.photo;

import org.jspecify.annotations.NullMarked;
