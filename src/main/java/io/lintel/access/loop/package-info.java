@NullMarked
package io.lintel.access.loop;

import org.jspecify.annotations.NullMarked;
