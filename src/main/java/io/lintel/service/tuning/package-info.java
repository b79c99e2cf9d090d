/** What a door's own weeks say about its threshold and its people. */
@NullMarked
package io.lintel.service.tuning;

import org.jspecify.annotations.NullMarked;
