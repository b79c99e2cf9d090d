/**
 * What every package may use: the monotonic clock, the error type, files that outlast a power cut, waits that grow, systemd's
 * notifications, periodic tasks.
 */
@NullMarked
package io.lintel.system;

import org.jspecify.annotations.NullMarked;
