/** The append-only log of events: what happened, when, to whom and by whom. */
@NullMarked
package io.lintel.audit;

import org.jspecify.annotations.NullMarked;
