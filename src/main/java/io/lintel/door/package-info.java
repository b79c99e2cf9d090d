/** The door: a state machine without threads or hardware, and around it the relay, the contacts, the alarms and their thread. */
@NullMarked
package io.lintel.door;

import org.jspecify.annotations.NullMarked;
