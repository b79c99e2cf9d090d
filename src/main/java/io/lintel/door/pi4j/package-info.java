@NullMarked
package io.lintel.door.pi4j;

import org.jspecify.annotations.NullMarked;
