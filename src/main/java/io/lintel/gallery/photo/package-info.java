@NullMarked
package io.lintel.gallery.photo;

import org.jspecify.annotations.NullMarked;
