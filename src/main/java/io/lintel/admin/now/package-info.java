/** What happens at the door now: the start page, its live stream, and orders to the door. */
@NullMarked
package io.lintel.admin.now;

import org.jspecify.annotations.NullMarked;
