@NullMarked
package io.lintel.access.schedule;

import org.jspecify.annotations.NullMarked;
