/** Who may come when, as people set it: named schedules, groups, holidays, and the door's own hours. */
@NullMarked
package io.lintel.timetable;

import org.jspecify.annotations.NullMarked;
