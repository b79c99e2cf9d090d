/**
 * The kernel's GPIO character device (uAPI v2, Linux 5.10 and later), straight from {@code <linux/gpio.h>}: any board with a
 * {@code /dev/gpiochip*} works, without detecting the board. Knows nothing of Pi4J or of doors.
 */
@NullMarked
package io.lintel.door.gpio;

import org.jspecify.annotations.NullMarked;
