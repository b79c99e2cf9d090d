@NullMarked
package io.lintel.access.evidence;

import org.jspecify.annotations.NullMarked;
