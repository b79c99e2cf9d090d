/** Pages that lead an installer from the first account to a working door. */
@NullMarked
package io.lintel.admin.start;

import org.jspecify.annotations.NullMarked;
