@NullMarked
package io.lintel.wiring;

import org.jspecify.annotations.NullMarked;
