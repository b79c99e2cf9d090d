/** The page that explains threshold and liveness from measurements. */
@NullMarked
package io.lintel.admin.tuning;

import org.jspecify.annotations.NullMarked;
