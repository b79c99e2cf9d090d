/** Holidays out of an iCalendar file (RFC 5545). */
@NullMarked
package io.lintel.schedule.ics;

import org.jspecify.annotations.NullMarked;
