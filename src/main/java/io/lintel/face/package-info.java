@NullMarked
package io.lintel.face;

import org.jspecify.annotations.NullMarked;
