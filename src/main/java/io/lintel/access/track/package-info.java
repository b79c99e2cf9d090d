@NullMarked
package io.lintel.access.track;

import org.jspecify.annotations.NullMarked;
