@NullMarked
package io.lintel.camera;

import org.jspecify.annotations.NullMarked;
