@NullMarked
package io.lintel.gallery;

import org.jspecify.annotations.NullMarked;
