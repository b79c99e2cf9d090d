@NullMarked
package io.lintel.system;

import org.jspecify.annotations.NullMarked;
