/**
 * The few C library calls that Java has no API for: GPIO lines by ioctl, and the datagram socket of systemd's notify
 * protocol. {@link io.lintel.system.libc.LibC} is the seam; everything above it is plain Java and is tested against a fake
 * kernel.
 */
@NullMarked
package io.lintel.system.libc;

import org.jspecify.annotations.NullMarked;
