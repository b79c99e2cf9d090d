/**
 * Tells others when something is wrong at the door: notices by webhook and by MQTT, kept on disk until they are delivered.
 * {@code docs/EVENTS.md} has their form.
 */
@NullMarked
package io.lintel.alarm;

import org.jspecify.annotations.NullMarked;
