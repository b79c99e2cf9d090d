@NullMarked
package io.lintel;

import org.jspecify.annotations.NullMarked;
