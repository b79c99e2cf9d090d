@NullMarked
package io.lintel.door;

import org.jspecify.annotations.NullMarked;
