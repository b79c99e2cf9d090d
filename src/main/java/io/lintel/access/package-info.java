@NullMarked
package io.lintel.access;

import org.jspecify.annotations.NullMarked;
