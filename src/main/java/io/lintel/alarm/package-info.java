/**
 * Sends alarms by webhook and MQTT, and keeps undelivered ones on disk.
 * {@code docs/EVENTS.md} has their form.
 */
@NullMarked
package io.lintel.alarm;

import org.jspecify.annotations.NullMarked;
